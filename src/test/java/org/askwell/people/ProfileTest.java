package org.askwell.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.stream.Stream;
import org.askwell.common.Refusal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProfileTest {

    @Test
    void pinyin_comes_from_the_name_unless_it_was_corrected() {
        assertThat(Profile.named("曾小雨", "zh").pinyin()).isEqualTo("ceng xiao yu");
        assertThat(spelt("曾小雨", " Zēng Xiǎo Yǔ ").pinyin()).isEqualTo("zeng xiao yu");
        assertThat(spelt("曾小雨", " ").pinyin()).isEqualTo("ceng xiao yu");
    }

    @Test
    void names_sort_syllable_by_syllable() {
        assertThat(Stream.of("连一", "李伟", "李艾", "李爱国")
                        .map(name -> Profile.named(name, "zh"))
                        .sorted((one, other) -> one.sortKey().compareTo(other.sortKey()))
                        .map(Profile::name))
                .containsExactly("李艾", "李爱国", "李伟", "连一");
    }

    @Test
    void a_sort_key_holds_only_what_every_database_sorts_alike() {
        assertThat(Profile.named("Anna-Maria O'Müller", "en").sortKey()).isEqualTo("anna0maria0omuller");
    }

    @Test
    void empty_fields_are_no_fields() {
        var profile = spelt("Anna", null);

        assertThat(profile.mail()).isNull();
        assertThat(profile.staffNumber()).isNull();
    }

    @Test
    void a_mail_address_needs_the_form_of_one() {
        assertThatThrownBy(() -> withMail("anna at company")).isInstanceOf(Refusal.class);
        assertThat(withMail(" anna@company.example ").mail()).isEqualTo("anna@company.example");
    }

    @Test
    void a_time_zone_that_nobody_knows_is_refused() {
        assertThatThrownBy(() -> Profile.zone("Asia/Atlantis"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Asia/Atlantis");
    }

    private static Profile spelt(String name, String pinyin) {
        return new Profile(name, "", pinyin, " ", "", "", null, "", ZoneId.of("UTC"), "zh", EmploymentType.FULL_TIME);
    }

    private static Profile withMail(String mail) {
        return new Profile(
                "Anna", null, null, null, mail, null, null, null, ZoneId.of("UTC"), "en", EmploymentType.FULL_TIME);
    }
}
