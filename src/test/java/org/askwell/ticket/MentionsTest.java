package org.askwell.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MentionsTest {

    private static final List<PersonRow> CREW = List.of(
            person("wang.hai", "王海", "Wang Hai"),
            person("wang.haiyan", "王海燕", null),
            person("tom.baker", "Tom Baker", null));

    private static PersonRow person(String id, String name, @Nullable String other) {
        return new PersonRow(new PersonId(id), name, other, null, null, null, null, true);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "@王海 看一下, wang.hai",
        "请@王海看一下, wang.hai",
        "@王海燕 看一下, wang.haiyan",
        "@Wang Hai please, wang.hai",
        "Ask @tom.baker., tom.baker",
        "@TOM BAKER: look, tom.baker",
    })
    void the_longest_name_that_fits_is_meant(String note, String person) {
        assertThat(Mentions.in(note, CREW)).containsExactly(new PersonId(person));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "王海 knows",
                "mail tom.baker@example.com",
                "@tom.bakers",
                "@tom.baker.smith",
                "@Tom Bakerly",
                "@",
                "@@"
            })
    void a_longer_word_or_a_mail_address_means_nobody(String note) {
        assertThat(Mentions.in(note, CREW)).isEmpty();
    }

    @Test
    void several_can_be_meant() {
        assertThat(Mentions.in("@王海 @Tom Baker @王海", CREW))
                .containsExactly(new PersonId("wang.hai"), new PersonId("tom.baker"));
    }
}
