package org.askwell.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeskSchemaTest {

    private static final DeskSchema SCHEMA = new DeskSchema(
            "it",
            List.of(
                    new Category("hardware", null, "硬件", "Hardware", false),
                    new Category("laptop", "hardware", "笔记本", "Laptop", false),
                    new Category("fax", "hardware", "传真", "Fax", true),
                    new Category("pager", null, "寻呼机", "Pager", true),
                    new Category("beeps", "pager", "响铃", "Beeps", false)),
            List.of(),
            false);

    @Test
    void what_is_retired_is_not_offered_nor_what_belongs_to_it() {
        assertThat(SCHEMA.offered()).extracting(Category::slug).containsExactly("hardware", "laptop");
    }

    @Test
    void a_category_of_the_first_level_holds_those_that_belong_to_it() {
        assertThat(SCHEMA.within("hardware")).containsExactlyInAnyOrder("hardware", "laptop", "fax");
        assertThat(SCHEMA.within("laptop")).containsExactly("laptop");
        assertThat(SCHEMA.groupOf("laptop")).isEqualTo("hardware");
        assertThat(SCHEMA.groupOf("hardware")).isEmpty();
        assertThat(SCHEMA.groupOf(null)).isEmpty();
    }

    @Test
    void a_category_is_called_by_its_way_and_an_unknown_one_as_it_is_kept() {
        assertThat(SCHEMA.label("laptop", Locale.ENGLISH)).isEqualTo("Hardware › Laptop");
        assertThat(SCHEMA.label("laptop", Locale.SIMPLIFIED_CHINESE)).isEqualTo("硬件 › 笔记本");
        assertThat(SCHEMA.label("abacus", Locale.ENGLISH)).isEqualTo("abacus");
    }
}
