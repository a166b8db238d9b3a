package org.safeconduct.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoadFormatTest {
    @TempDir
    private Path folder;

    private RoadFormat of(String name, String text) throws IOException, RoadProblems {
        return RoadFormat.of(Files.writeString(folder.resolve(name), text));
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "OSM_XML|<osm version='0.6'>",
                "OSM_XML|<?xml version='1.0'?><!-- <network> --><osm>",
                "OSM_XML|\uFEFF<?xml version='1.0'?> <osm>",
                "MATSIM|<?xml version='1.0'?><!DOCTYPE network SYSTEM \"x.dtd\"><network name='a'>",
                "MATSIM|<!DOCTYPE network [<!ENTITY a \"b\">]><network>",
                "CSV|u,v,highway;1,2,primary"
            })
    void theBytesTellWhateverTheNameIs(RoadFormat format, String text) throws Exception {
        assertThat(of("any.name", text.replace(';', '\n') + "\n")).isEqualTo(format);
        Path packed = Files.write(folder.resolve("x"), packed(Fuzzing.utf8(text.replace(';', '\n') + "\n")));
        assertThat(RoadFormat.of(packed)).isEqualTo(format);
    }

    @Test
    void pbfIsToldByItsHeaderOrItsName() throws Exception {
        Path file = Files.write(
                folder.resolve("x"), OsmFixture.of("node 1 8 49\nway 1 1,1 a=b").pbf(false));
        assertThat(RoadFormat.of(file)).isEqualTo(RoadFormat.OSM_PBF);
        assertThat(of("x.osm.pbf", "what?")).isEqualTo(RoadFormat.OSM_PBF);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "<html>|is XML that begins with html: no road file known here.",
                "<osmChange>|is XML that begins with osmChange",
                "hello|is no road file known here.",
                "PK and more|is packed in a way that is not known here. Unpack it first; gzip can stay."
            })
    void whatIsNoneOfThemIsTold(String text, String message) {
        assertThatThrownBy(() -> of("x.dat", text))
                .isInstanceOf(RoadProblems.class)
                .hasMessageContaining(message);
    }

    @Test
    void aPackedFileThatIsCutOrBrokenIsToldAndNothingElseHappens() throws IOException {
        byte[] whole = packed(Fuzzing.utf8(MatsimReaderTest.GOOD));
        Random random = new Random(9);
        for (int i = 0; i < 200; i++) {
            byte[] bad = Arrays.copyOf(whole, i % 2 == 0 ? random.nextInt(whole.length) : whole.length);
            if (i % 2 == 1) {
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Path file = Files.write(folder.resolve("town.xml.gz"), bad);
            try {
                assertThat(RoadsReader.read(file, ReadOptions.standard()).arcs())
                        .isPositive();
            } catch (RoadProblems problems) {
                assertThat(problems).hasMessageStartingWith("town.xml.gz");
                Fuzzing.isTold(problems);
            }
        }
        Path cut = Files.write(folder.resolve("town.xml.gz"), Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> RoadsReader.read(cut, ReadOptions.standard()))
                .hasMessage(
                        "town.xml.gz: ends in the middle. Fetch it again, or unpack it to see whether it is whole.");
    }

    @Test
    void aTableWithoutItsPartnerIsTold() throws IOException {
        Path edges = Files.writeString(folder.resolve("town_edges.csv"), "u,v\n1,2\n");
        assertThatThrownBy(() -> RoadsReader.read(edges, ReadOptions.standard()))
                .hasMessage("town_edges.csv: needs town_nodes.csv, which does not lie beside it."
                        + " Put both into one folder.");
        Path alone = Files.writeString(folder.resolve("town.csv"), "u,v\n1,2\n");
        assertThatThrownBy(() -> RoadsReader.read(alone, ReadOptions.standard()))
                .hasMessageContaining("is one table, and a network needs two.");
    }
}
