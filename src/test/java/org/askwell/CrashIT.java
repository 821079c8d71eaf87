package org.askwell;

import static org.assertj.core.api.Assertions.assertThat;

import org.askwell.bench.CrashRun;
import org.askwell.house.TestDatabase;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CrashIT {

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_was_acknowledged_survives_kill_minus_nine(TestDatabase database) throws Exception {
        try (var run = new CrashRun(database)) {
            for (int killAfter : new int[] {60, 113}) {
                var round = run.round(killAfter);
                assertThat(round.acknowledged()).isGreaterThanOrEqualTo(killAfter);
                assertThat(round.missing()).as("after kill %d", round.number()).isEmpty();
            }
        }
    }
}
