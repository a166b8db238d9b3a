package org.safeconduct.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.safeconduct.record.Malformed;

/** What names a database. */
class DatabaseTest {

    @Test
    void whatIsNotSaidIsWhatPostgresTakes() throws Malformed {
        Database place = Database.parse("postgresql://keeper@db.example.org/talks\n");
        assertThat(place).hasToString("postgresql://keeper@db.example.org:5432/talks?schema=public");
        assertThat(Database.parse(place.toString())).isEqualTo(place);
        assertThat(place.as("anna").user()).isEqualTo("anna");
    }

    @Test
    void overANetworkTheServerProvesWhoItIsUnlessSomethingElseIsAsked() throws Malformed {
        assertThat(Database.parse("postgresql://k@db.example.org/talks").sslMode())
                .isEqualTo("verify-full");
        assertThat(Database.parse("postgresql://k@db/talks?sslmode=require").sslMode())
                .isEqualTo("require");
        assertThat(Database.parse("postgresql://k@[::1]/talks").sslMode()).isEqualTo("prefer");
    }

    @Test
    void aPasswordNeverStandsInIt() {
        assertThatThrownBy(() -> Database.parse("postgresql://keeper:secret@db/talks"))
                .hasMessageContaining("PGPASSFILE")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> Database.parse("postgresql://keeper@db/talks?password=secret"))
                .hasMessageContaining("\"password\" is not understood")
                .hasMessageNotContaining("secret");
    }

    @Test
    void nothingElseIsTaken() {
        String[] wrong = {
            "",
            "talks",
            "mysql://keeper@db/talks",
            "postgresql://db/talks",
            "postgresql://keeper@db",
            "postgresql://keeper@/talks",
            "postgresql://keeper@db/talks?schema=a;b",
            "postgresql://keeper@db/talks?schema=a&schema=b",
            "postgresql://K'@db/talks",
            "postgresql://keeper@db/talks?options=-c",
            "postgresql://keeper@db/talks/more",
            "postgresql://keep er@db/talks",
        };
        for (String text : wrong) {
            assertThatThrownBy(() -> Database.parse(text)).as(text).isInstanceOf(Malformed.class);
        }
    }
}
