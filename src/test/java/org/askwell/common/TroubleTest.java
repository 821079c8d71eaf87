package org.askwell.common;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TroubleTest {

    @Test
    void a_refusal_is_found_however_deep_it_was_wrapped() {
        var refusal = Refusal.tooLarge("body-over-limit", 1);
        var wrapped = new RuntimeException(new IOException(new IllegalStateException(refusal)));

        assertThat(Trouble.of(wrapped)).isSameAs(refusal);
        assertThat(Trouble.refusalIn(wrapped)).contains(refusal);
        assertThat(Trouble.refusalIn(new IOException("no"))).isEmpty();
    }

    @Test
    void a_lost_race_a_missing_database_and_a_full_disk_have_their_own_sentences() {
        assertThat(Trouble.of(new RuntimeException(new OptimisticLockException()))
                        .code())
                .isEqualTo("changed-meanwhile");
        assertThat(Trouble.of(new PersistenceException(new SQLException("gone", "08006")))
                        .code())
                .isEqualTo("database-away");
        assertThat(Trouble.of(new IOException("No space left on device")).code())
                .isEqualTo("disk-full");
    }

    @Test
    void what_nobody_foresaw_gets_a_number() {
        var trouble = Trouble.of(new IllegalStateException("surprise"));

        assertThat(trouble.code()).isEqualTo("unforeseen");
        assertThat(trouble.kind().status()).isEqualTo(500);
        assertThat(trouble.getMessage()).containsPattern("number [0-9a-z]+").doesNotContain("surprise");
    }
}
