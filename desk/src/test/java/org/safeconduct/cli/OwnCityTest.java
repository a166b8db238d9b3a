package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/own-city.md shows, done as it says. */
class OwnCityTest {

    @TempDir
    private Path folder;

    private String page = "";

    @BeforeEach
    void writeWhatThePageShows() throws IOException {
        page = Files.readString(Ran.top().resolve("docs/own-city.md"));
        Path city = Files.createDirectory(folder.resolve("FOLDER"));
        Files.writeString(city.resolve("scenario.yaml"), block("yaml"));
        Files.writeString(city.resolve("places.csv"), block("csv"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(city.resolve("town.osm.gz")))) {
            out.write(StreetScenarioTest.OSM.getBytes(StandardCharsets.UTF_8));
        }
        Files.copy(city.resolve("town.osm.gz"), folder.resolve("town.osm.gz"));
    }

    private String block(String kind) {
        Matcher block = Pattern.compile("(?s)```" + kind + "\\n(.*?)```").matcher(page);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    @Test
    void everyCommandOnThePageDoesWhatItSays() {
        Matcher command =
                Pattern.compile("(?m)^ {4}\\./safeconduct (\\S.*?)(?: {3}.*)?$").matcher(page);
        int commands = 0;
        while (command.find()) {
            Ran ran = Ran.in(folder, command.group(1).split(" ", -1));
            assertThat(ran.code()).as(command.group(1) + ran.err()).isZero();
            commands++;
        }
        assertThat(commands).isEqualTo(8);
    }
}
