package org.askwell.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.askwell.common.Refusal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FrontMatterTest {

    static final String FILE = """
            ---
            title: Pay day and pay slip
            language: en
            questions:
              - On which date is the salary paid?
              - Where is the pay slip?
            owner: hr-agent
            checked: 2026-05-18
            review: 2026-12-18
            tags: [pay]
            ---

            Salary is paid on the 10th.
            """;

    @Test
    void what_is_said_about_the_text_is_read_apart_from_the_text() {
        var parted = FrontMatter.read(FILE);
        assertThat(parted.body()).isEqualTo("Salary is paid on the 10th.\n");
        assertThat(parted.front())
                .isEqualTo(new FrontMatter(
                        "Pay day and pay slip",
                        "en",
                        List.of("On which date is the salary paid?", "Where is the pay slip?"),
                        "hr-agent",
                        LocalDate.of(2026, 5, 18),
                        LocalDate.of(2026, 12, 18),
                        List.of("pay")));
    }

    @Test
    void what_is_written_is_read_again() {
        var front = new FrontMatter(
                "发薪日: 10 号 \"x\"",
                "zh",
                List.of("什么时候发工资？", "- 1"),
                "li.wei",
                LocalDate.of(2026, 5, 18),
                null,
                List.of("a: b"));
        assertThat(FrontMatter.read(front.write("正文\n"))).isEqualTo(new FrontMatter.Parted(front, "正文\n"));
        assertThat(FrontMatter.NONE.write("正文\n")).isEqualTo("正文\n");
    }

    @Test
    void a_file_without_it_is_all_text() {
        assertThat(FrontMatter.read("# Title\n\ntext").body()).isEqualTo("# Title\n\ntext");
        assertThat(FrontMatter.read("---\nno end").front()).isEqualTo(FrontMatter.NONE);
        assertThat(FrontMatter.read("---\n---\ntext")).isEqualTo(new FrontMatter.Parted(FrontMatter.NONE, "text"));
        assertThat(FrontMatter.read("")).isEqualTo(new FrontMatter.Parted(FrontMatter.NONE, ""));
    }

    @Test
    void windows_line_ends_and_byte_order_marks_do_not_matter() {
        assertThat(FrontMatter.read("\uFEFF---\r\ntitle: x\r\n---\r\ntext")
                        .front()
                        .title())
                .isEqualTo("x");
    }

    @Test
    void front_matter_that_cannot_be_read_is_refused_with_its_line() {
        assertThatThrownBy(() -> FrontMatter.read("---\ntitle: x\nquestions: [a\n---\ntext"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("line");
    }

    @Test
    void yaml_never_becomes_a_java_object_and_never_explodes() {
        assertThatThrownBy(() -> FrontMatter.read("---\ntitle: !!javax.script.ScriptEngineManager []\n---\nx"))
                .isInstanceOf(Refusal.class);
        var bomb =
                "---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
                        + "d: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n---\nx";
        assertThatThrownBy(() -> FrontMatter.read(bomb)).isInstanceOf(Refusal.class);
    }

    @Test
    void wrong_kinds_count_as_missing() {
        var front = FrontMatter.read("---\ntitle: [a]\nquestions: one\nchecked: soon\ntags: {a: b}\nowner: 42\n---\nx")
                .front();
        assertThat(front.title()).isNull();
        assertThat(front.questions()).containsExactly("one");
        assertThat(front.checked()).isNull();
        assertThat(front.tags()).isEmpty();
        assertThat(front.owner()).isEqualTo("42");
    }
}
