package org.askwell.ask;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.askwell.ask.Answer.Look;
import org.askwell.ask.Answer.Sentence;
import org.askwell.common.markdown.MarkdownText;
import org.askwell.common.markdown.MarkdownText.Block;
import org.askwell.common.markdown.MarkdownText.BlockKind;
import org.jspecify.annotations.Nullable;

/**
 * Quotes evidence together with what it needs to be understood: lead-ins, headers, the steps before a step, the rest of
 * a list, the exceptions next to a rule.
 */
final class Quoting {

    /** So far one looks back for a first step. */
    private static final int STEPS = 5;

    private static final int LONGEST_REST_EN = 400;
    private static final int LONGEST_REST_ZH = 200;

    private static final Pattern LATER_EN =
            Pattern.compile("^(then|next|after that|afterwards|finally|lastly),?\\s", Pattern.CASE_INSENSITIVE);
    private static final Pattern LATER_ZH = Pattern.compile("^(然后|接着|随后|接下来|最后[，,、])");
    private static final Pattern FIRST_EN =
            Pattern.compile("^(first|firstly|to begin|to start)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern FIRST_ZH = Pattern.compile("^(首先|先|第一步)");
    private static final Pattern GOES_ON_EN = Pattern.compile(
            "^(but|however|except|unless|only|this does not|this applies|exceptions?|not)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LIMITS_EN =
            Pattern.compile("\\b(except|unless|does not apply|do not apply|exception)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern GOES_ON_ZH = Pattern.compile("^(但|除|仅|只|不过|例外|然而|不适用|其中|否则)");
    private static final Pattern LIMITS_ZH = Pattern.compile("除外|不适用|例外|仅限|但是|不包括");

    private static final Pattern STEP_NUMBER = Pattern.compile("\\d+[.)]");

    private Quoting() {}

    /** What is to be shown, a section in its own order; every sentence with what proves it. */
    static List<Sentence> shown(Evidence evidence) {
        var sentences = new ArrayList<Sentence>();
        for (var part : evidence.parts()) {
            stepsBefore(part.getFirst()).forEach(it -> sentences.add(text(part.getFirst(), it)));
            MarkdownText.@Nullable Lead said = null;
            boolean inList = false;
            for (var candidate : part) {
                var lead = candidate.inBlock().lead();
                if (candidate.isItem() && lead != null && !lead.equals(said) && !isShown(part, lead)) {
                    sentences.add(new Sentence(
                            lead.text(), false, Look.TEXT, "", List.of(cite(candidate, lead.start(), lead.end()))));
                }
                if (candidate.isItem() && !inList) {
                    sentences.addAll(startOfList(candidate, part));
                }
                inList = candidate.isItem();
                said = lead;
                sentences.add(sentence(candidate, candidate == evidence.key()));
            }
            sentences.addAll(restOfList(part, evidence));
            var limit = limitAfter(part.getLast());
            if (limit != null) {
                sentences.add(text(part.getLast(), limit));
            }
        }
        return inOrder(sentences);
    }

    /** Each place once, and what stands in one section as the section has it; sections in the order of belief. */
    private static List<Sentence> inOrder(List<Sentence> sentences) {
        var sections = new LinkedHashMap<List<String>, SortedMap<Integer, Sentence>>();
        for (var sentence : sentences) {
            var proof = sentence.citations().getFirst();
            sections.computeIfAbsent(List.of(proof.article(), proof.heading()), section -> new TreeMap<>())
                    .merge(proof.start(), sentence, (one, same) -> same.key() ? same : one);
        }
        return sections.values().stream().flatMap(it -> it.values().stream()).toList();
    }

    private static boolean isShown(List<Candidate> part, MarkdownText.Lead lead) {
        return part.stream().anyMatch(it -> it.itself().start() == lead.start());
    }

    private static Sentence text(Candidate beside, MarkdownText.Sentence sentence) {
        return new Sentence(
                sentence.text(), false, Look.TEXT, "", List.of(cite(beside, sentence.start(), sentence.end())));
    }

    private static Sentence sentence(Candidate candidate, boolean key) {
        var itself = candidate.itself();
        var own = cite(candidate, itself.start(), itself.end());
        var lead = candidate.inBlock().lead();
        if (candidate.isRow()) {
            return lead == null
                    ? new Sentence(itself.text(), key, Look.ROW, "", List.of(own))
                    : new Sentence(
                            candidate.understandable(),
                            key,
                            Look.ROW,
                            "",
                            List.of(own, cite(candidate, lead.start(), lead.end())));
        }
        var item = candidate.isItem() && candidate.sentence == 0;
        return new Sentence(
                itself.text(),
                key,
                item ? Look.ITEM : Look.TEXT,
                item ? candidate.inBlock().marker() : "",
                List.of(own));
    }

    /** What leads up to a step that says “then”: from the first step on where one is near, else what stands right before. */
    private static List<MarkdownText.Sentence> stepsBefore(Candidate step) {
        var chinese = step.language().equals("zh");
        if (step.inBlock().kind() != BlockKind.PARAGRAPH
                || !(chinese ? LATER_ZH : LATER_EN)
                        .matcher(step.itself().text())
                        .find()) {
            return List.of();
        }
        var before = textBefore(step);
        for (int at = 0; at < before.size(); at++) {
            if ((chinese ? FIRST_ZH : FIRST_EN).matcher(before.get(at).text()).find()) {
                return before.subList(0, at + 1).reversed();
            }
        }
        return before.stream().limit(1).toList();
    }

    /** The sentences of the same running text before one, the nearest first. */
    private static List<MarkdownText.Sentence> textBefore(Candidate candidate) {
        var before = new ArrayList<MarkdownText.Sentence>();
        for (int b = candidate.block; b >= 0; b--) {
            var block = candidate.section.blocks().get(b);
            if (block.kind() != BlockKind.PARAGRAPH) {
                break;
            }
            int end = b == candidate.block
                    ? candidate.sentence
                    : block.sentences().size();
            before.addAll(block.sentences().subList(0, end).reversed());
        }
        return before.stream().limit(STEPS).toList();
    }

    /** The steps of a numbered list before the ones that were chosen, if they are not many. */
    private static List<Sentence> startOfList(Candidate item, List<Candidate> part) {
        return areSteps(part, item.inBlock()) ? few(item, items(item, 0, item.block)) : List.of();
    }

    /**
     * What is still to come of a list whose lead-in or steps are shown, if it is not much: a list that stops half-way
     * would pass for the whole.
     */
    private static List<Sentence> restOfList(List<Candidate> part, Evidence evidence) {
        var last = part.getLast();
        var lead = last.inBlock().lead();
        if (!last.isItem()) {
            return List.of();
        }
        boolean promised = lead != null && evidence.parts().stream().anyMatch(it -> isShown(it, lead));
        if (!promised && !areSteps(part, last.inBlock())) {
            return List.of();
        }
        var rest = new ArrayList<Sentence>();
        var own = last.inBlock().sentences();
        own.subList(last.sentence + 1, own.size()).forEach(it -> rest.add(text(last, it)));
        rest.addAll(items(last, last.block + 1, last.section.blocks().size()));
        return few(last, rest);
    }

    /** Whether more than one step of the same numbered list was chosen. */
    private static boolean areSteps(List<Candidate> part, Block step) {
        return STEP_NUMBER.matcher(step.marker()).matches()
                && part.stream()
                                .filter(it -> it.isItem()
                                        && Objects.equals(it.inBlock().lead(), step.lead()))
                                .map(it -> it.block)
                                .distinct()
                                .count()
                        > 1;
    }

    /** The items of the same list among these blocks, next to the one that is named. */
    private static List<Sentence> items(Candidate item, int from, int to) {
        var items = new ArrayList<Sentence>();
        for (int b = from; b < to; b++) {
            var block = item.section.blocks().get(b);
            boolean same = block.kind() == BlockKind.LIST_ITEM
                    && Objects.equals(block.lead(), item.inBlock().lead());
            if (!same && b > item.block) {
                break;
            }
            if (!same) {
                items.clear();
                continue;
            }
            for (int s = 0; s < block.sentences().size(); s++) {
                var sentence = block.sentences().get(s);
                items.add(
                        s > 0
                                ? text(item, sentence)
                                : new Sentence(
                                        sentence.text(),
                                        false,
                                        Look.ITEM,
                                        block.marker(),
                                        List.of(cite(item, sentence.start(), sentence.end()))));
            }
        }
        return items;
    }

    private static List<Sentence> few(Candidate beside, List<Sentence> sentences) {
        int length = sentences.stream().mapToInt(it -> it.text().length()).sum();
        return length <= (beside.language().equals("zh") ? LONGEST_REST_ZH : LONGEST_REST_EN) ? sentences : List.of();
    }

    /** The sentence right after that takes something back. */
    private static MarkdownText.@Nullable Sentence limitAfter(Candidate last) {
        var block = last.inBlock();
        if (block.kind() == BlockKind.CODE) {
            return null;
        }
        MarkdownText.Sentence next = null;
        var sameBlock = last.sentence + 1 < block.sentences().size();
        if (sameBlock) {
            next = block.sentences().get(last.sentence + 1);
        } else if (last.block + 1 < last.section.blocks().size()) {
            var following = last.section.blocks().get(last.block + 1);
            if (following.kind() == BlockKind.PARAGRAPH
                    && !following.sentences().isEmpty()) {
                next = following.sentences().getFirst();
            }
        }
        if (next == null) {
            return null;
        }
        var chinese = last.language().equals("zh");
        var goesOn = (chinese ? GOES_ON_ZH : GOES_ON_EN).matcher(next.text()).find();
        var limits = (chinese ? LIMITS_ZH : LIMITS_EN).matcher(next.text()).find();
        return goesOn || (sameBlock && limits) ? next : null;
    }

    private static Citation cite(Candidate candidate, int start, int end) {
        var passage = candidate.found.hit().passage();
        return new Citation(
                passage.page().id(),
                passage.revision(),
                passage.title(),
                candidate.section.path().isEmpty() ? passage.title() : candidate.section.heading(),
                start,
                end,
                candidate.found.text().markdown().substring(start, end));
    }
}
