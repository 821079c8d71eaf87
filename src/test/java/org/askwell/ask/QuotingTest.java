package org.askwell.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.askwell.ask.Answer.Look;
import org.askwell.ask.Answer.Sentence;
import org.askwell.common.markdown.MarkdownText;
import org.askwell.search.Hit;
import org.askwell.search.PageRef;
import org.askwell.search.Passage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What comes with a sentence, whichever was chosen. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QuotingTest {

    private static final String VOUCHER =
            "Hotels are booked by the traveller.\n\nFirst, attach the receipt. Large files are"
                    + " refused.\n\nThen, correct the lodging expenses. However, the tax stays.\n";
    private static final String LIST =
            "Taxes stand alone. Add one, keeping in mind the following:\n\n1. The date.\n2. The cost. By night.\n3. The owner.\n";

    @Test
    void a_later_step_brings_the_steps_before_it() {
        assertThat(quoted("en", VOUCHER, "Then, correct the lodging expenses."))
                .extracting(Sentence::text)
                .containsExactly(
                        "First, attach the receipt.",
                        "Large files are refused.",
                        "Then, correct the lodging expenses.",
                        "However, the tax stays.");
        assertThat(quoted("zh", "住宿由本人预订。首先上传发票。然后修改住宿费用。\n", "然后修改住宿费用。"))
                .extracting(Sentence::text)
                .containsExactly("首先上传发票。", "然后修改住宿费用。");
    }

    @Test
    void a_later_step_without_a_first_one_brings_what_stands_right_before_it() {
        assertThat(quoted("en", "Open the lid. Pull the paper out.\n\nFinally, close it.\n", "Finally, close it."))
                .extracting(Sentence::text)
                .containsExactly("Pull the paper out.", "Finally, close it.");
    }

    @Test
    void a_sentence_that_stands_by_itself_brings_nothing_before_it() {
        assertThat(quoted("en", VOUCHER, "Large files are refused."))
                .extracting(Sentence::text)
                .containsExactly("Large files are refused.");
        assertThat(quoted("zh", "先上传发票。最后一天不能报销。\n", "最后一天不能报销。"))
                .extracting(Sentence::text)
                .containsExactly("最后一天不能报销。");
    }

    @Test
    void a_lead_in_is_not_left_with_half_of_its_list() {
        var shown = quoted("en", LIST, "Add one, keeping in mind the following:", "The date.");

        assertThat(shown)
                .extracting(Sentence::text)
                .containsExactly(
                        "Add one, keeping in mind the following:", "The date.", "The cost.", "By night.", "The owner.");
        assertThat(shown).extracting(Sentence::marker).containsExactly("", "1.", "2.", "", "3.");
        assertThat(shown)
                .extracting(Sentence::look)
                .containsExactly(Look.TEXT, Look.ITEM, Look.ITEM, Look.TEXT, Look.ITEM);
    }

    @Test
    void steps_begin_with_the_first_one_and_end_with_the_last() {
        assertThat(quoted("en", LIST, "The cost.", "By night.", "The owner."))
                .extracting(Sentence::text)
                .containsExactly(
                        "Add one, keeping in mind the following:", "The date.", "The cost.", "By night.", "The owner.");
        assertThat(quoted("zh", "打印机卡纸时：\n\n1. 打开后盖。\n2. 取出纸张。\n3. 合上后盖。\n", "打开后盖。", "取出纸张。"))
                .extracting(Sentence::marker)
                .containsExactly("", "1.", "2.", "3.");
        assertThat(quoted("en", LIST.replaceAll("\\d\\.", "-"), "The cost.", "The owner."))
                .extracting(Sentence::text)
                .containsExactly("Add one, keeping in mind the following:", "The cost.", "The owner.");
    }

    @Test
    void an_item_that_answers_alone_brings_its_lead_in_and_no_other_item() {
        assertThat(quoted("en", LIST, "The owner."))
                .extracting(Sentence::text)
                .containsExactly("Add one, keeping in mind the following:", "The owner.");
    }

    @Test
    void two_stretches_of_one_section_are_told_in_its_order_and_nothing_twice() {
        var found = found("en", LIST);
        var shown = Quoting.shown(evidence(
                stretch(found, "The cost."), stretch(found, "Add one, keeping in mind the following:", "The date.")));

        assertThat(shown)
                .extracting(Sentence::text)
                .containsExactly(
                        "Add one, keeping in mind the following:", "The date.", "The cost.", "By night.", "The owner.");
        assertThat(shown).filteredOn(Sentence::key).extracting(Sentence::text).containsExactly("The cost.");
    }

    @Test
    void a_long_list_is_not_poured_out() {
        var many = LIST + "4. " + "a very long item ".repeat(30) + "\n";

        assertThat(quoted("en", many, "Add one, keeping in mind the following:", "The date."))
                .extracting(Sentence::text)
                .containsExactly("Add one, keeping in mind the following:", "The date.");
    }

    @Test
    void everything_that_comes_along_is_proven_by_exact_characters() {
        for (var sentence : quoted("en", LIST, "Add one, keeping in mind the following:", "The date.")) {
            var proof = sentence.citations().getFirst();
            assertThat(LIST.substring(proof.start(), proof.end())).isEqualTo(proof.quote());
        }
    }

    /** What is shown when exactly these sentences, neighbours in the text, were chosen. */
    private static List<Sentence> quoted(String language, String markdown, String... chosen) {
        return Quoting.shown(evidence(stretch(found(language, markdown), chosen)));
    }

    /** The first sentence of the first stretch is the one that answers best. */
    @SafeVarargs
    private static Evidence evidence(List<Candidate>... stretches) {
        var parts = List.of(stretches);
        return new Evidence(
                parts.getFirst().getFirst(),
                parts,
                parts.stream().flatMap(List::stream).toList());
    }

    private static Found found(String language, String markdown) {
        var passage = new Passage(
                new PageRef("article", "A-1"),
                1,
                0,
                "it",
                language,
                "Title",
                List.of(),
                "",
                0,
                markdown.length(),
                markdown);
        return new Found(new Hit(passage, 1, new Hit.Signals(1, 1, 1, 0, 0)), MarkdownText.parse(markdown));
    }

    private static List<Candidate> stretch(Found found, String... chosen) {
        var section = found.text().sections().getFirst();
        var stretch = new ArrayList<Candidate>();
        for (int b = 0; b < section.blocks().size(); b++) {
            var sentences = section.blocks().get(b).sentences();
            for (int s = 0; s < sentences.size(); s++) {
                if (List.of(chosen).contains(sentences.get(s).text())) {
                    stretch.add(new Candidate(found, 0, section, b, s, new BitSet(), new BitSet()));
                }
            }
        }
        assertThat(stretch).hasSize(chosen.length);
        return stretch;
    }
}
