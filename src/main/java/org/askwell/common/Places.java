package org.askwell.common;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The addresses of the pages, without a leading slash, so that rooms can link to each other without knowing each other. */
public final class Places {

    public static final String HOME = "";
    public static final String KNOWLEDGE = "knowledge";
    public static final String GAPS = "knowledge/gaps";
    public static final String QUEUES = "queues";
    public static final String MY = "my";
    public static final String ADMIN_DESKS = "admin/desks";
    public static final String ADMIN_ROUTING = "admin/routing";
    public static final String ADMIN_TARGETS = "admin/targets";
    public static final String ADMIN_PEOPLE = "admin/people";
    public static final String ADMIN_PEOPLE_IMPORT = "admin/people/import";
    public static final String ADMIN_DEPARTMENTS = "admin/departments";
    public static final String ADMIN_SPACES = "admin/spaces";
    public static final String ACCOUNT = "account";
    public static final String INBOX = "inbox";
    public static final String ADMIN_MAIL = "admin/mail";
    public static final String ADMIN_AUDIT = "admin/audit";
    public static final String ADMIN_SYSTEM = "admin/system";

    private Places() {}

    public static String question(String id) {
        return "questions/" + id;
    }

    public static String desk(String slug) {
        return "desks/" + slug;
    }

    /** Where the owners of a desk choose what it answers with which passage. */
    public static String deskPins(String slug) {
        return desk(slug) + "/pins";
    }

    /** Who is on duty at a desk. */
    public static String deskRoster(String slug) {
        return desk(slug) + "/roster";
    }

    /** Where the owners of a desk say how it shares out its work. */
    public static String deskAssignment(String slug) {
        return desk(slug) + "/assignment";
    }

    /** Where the owners of a desk keep its macros. */
    public static String deskMacros(String slug) {
        return desk(slug) + "/macros";
    }

    public static String space(String slug) {
        return "knowledge/" + slug;
    }

    public static String article(String id) {
        return "articles/" + id;
    }

    /** The files below an article. */
    public static String articleFiles(String id) {
        return article(id) + "#files";
    }

    /** One file of an article, to be saved. */
    public static String articleFile(String id, int number, String name) {
        return "article-attachments/" + id + "/" + number + "/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** An article with a passage marked: offsets are Unicode code points into that revision's Markdown. */
    public static String citation(String id, int revision, int start, int end) {
        return "articles/" + id + "?revision=" + revision + "&start=" + start + "&end=" + end;
    }

    public static String editArticle(String id) {
        return "articles/" + id + "/edit";
    }

    public static String articleHistory(String id) {
        return "articles/" + id + "/history";
    }

    /** What readers would get to see, and whoever may say whether they shall. */
    public static String articleReview(String id) {
        return "articles/" + id + "/review";
    }

    public static String gap(String id) {
        return GAPS + "/" + id;
    }

    public static String person(String id) {
        return ADMIN_PEOPLE + "/" + id;
    }

    /** Who somebody is, for colleagues. */
    public static String personCard(String id) {
        return "people/" + id;
    }

    public static String queue(String slug) {
        return "queues/" + slug;
    }

    public static String ticket(String number) {
        return "tickets/" + number;
    }

    /** Why a ticket is due when it is. */
    public static String ticketClock(String number) {
        return ticket(number) + "/clock";
    }

    /** What was published of the rules of a desk; null: of the company. */
    public static String ruleHistory(@Nullable String desk) {
        return "admin/rule-history" + (desk == null ? "" : "/" + desk);
    }

    /** What rules would have done with tickets of the past. */
    public static String replay(String id) {
        return "admin/rule-replays/" + id;
    }

    /** A problem that many have, by the number of its ticket. */
    public static String problem(String ticket) {
        return "problems/" + ticket;
    }

    public static String search(String text) {
        return "search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
