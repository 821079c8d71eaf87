package org.askwell.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.askwell.ask.Answer.Look;
import org.askwell.ask.Answer.Sentence;
import org.askwell.common.markdown.MarkdownText;
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

    private Quoting() {}

    /** What is to be shown, in the order of the article; every sentence with what proves it. */
    static List<Sentence> shown(Evidence evidence) {
        var sentences = new ArrayList<Sentence>();
        for (var part : evidence.parts()) {
            stepsBefore(part.getFirst()).forEach(it -> sentences.add(text(part.getFirst(), it)));
            MarkdownText.@Nullable Lead said = null;
            for (var candidate : part) {
                var lead = candidate.inBlock().lead();
                if (candidate.isItem() && lead != null && !lead.equals(said) && !isShown(part, lead)) {
                    sentences.add(new Sentence(
                            lead.text(), false, Look.TEXT, "", List.of(cite(candidate, lead.start(), lead.end()))));
                }
                said = lead;
                sentences.add(sentence(candidate, candidate == evidence.key()));
            }
            sentences.addAll(restOfList(part, evidence));
            var limit = limitAfter(part.getLast());
            if (limit != null) {
                sentences.add(text(part.getLast(), limit));
            }
        }
        return sentences.stream().distinct().toList();
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

    /** What a shown lead-in still promises, if it is not much: a list that stops half-way would pass for the whole. */
    private static List<Sentence> restOfList(List<Candidate> part, Evidence evidence) {
        var last = part.getLast();
        var lead = last.inBlock().lead();
        if (!last.isItem() || lead == null || evidence.parts().stream().noneMatch(it -> isShown(it, lead))) {
            return List.of();
        }
        var rest = new ArrayList<Sentence>();
        int length = 0;
        for (int b = last.block; b < last.section.blocks().size(); b++) {
            var block = last.section.blocks().get(b);
            if (block.kind() != BlockKind.LIST_ITEM || !lead.equals(block.lead())) {
                break;
            }
            for (int s = b == last.block ? last.sentence + 1 : 0;
                    s < block.sentences().size();
                    s++) {
                var sentence = block.sentences().get(s);
                length += sentence.text().length();
                rest.add(new Sentence(
                        sentence.text(),
                        false,
                        s == 0 ? Look.ITEM : Look.TEXT,
                        s == 0 ? block.marker() : "",
                        List.of(cite(last, sentence.start(), sentence.end()))));
            }
        }
        return length <= (last.language().equals("zh") ? LONGEST_REST_ZH : LONGEST_REST_EN) ? rest : List.of();
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
