package org.safeconduct.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Texts and orders on paper. */
class PrintCommandTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Pattern HASH = Pattern.compile("Version       ([0-9a-f]{64})");
    private static final Pattern PAGES = Pattern.compile("/Type /Page[^s]");

    @TempDir
    private Path folder;

    private TalksDesk talks;
    private Desk desk;

    @BeforeEach
    void twoPartiesHaveATextInTwoLanguages() throws IOException {
        talks = new TalksDesk(folder);
        desk = talks.desk();
        talks.write("founding.yaml", """
            safeconduct: founding/1
            title: Exercise
            zones: [Europe/Kyiv, Europe/Moscow]
            parties:
              - {id: a, name: A & <B>, principals: [{office: first desk, key: %s}]}
              - {id: b, name: B, principals: [{office: second desk, key: %s}]}
            facilitator: {id: f, name: F, principals: [{office: facilitator, key: %s}]}
            """.formatted(talks.key("west"), talks.key("east"), talks.key("f")));
        talks.found();
        talks.write("text.yaml", text("Огляд <один>", "Досмотр один"));
        talks.does("propose", "text.yaml", "f");
    }

    private static String text(String uk, String ru) {
        return """
            safeconduct: proposal/1
            text: west
            kind: corridor
            title: West road
            zone: Europe/Kyiv
            clauses:
              - {id: hours, kind: time, windows: [{from: 2022-03-05 09:00, to: 2022-03-05 16:00}]}
              - id: places
                kind: place
                places:
                  - {id: m, name: Mariupol, also: Маріуполь, latitude: 47.0971, longitude: 37.5433}
                  - {id: p, name: Polohy, also: Пологи, mgrs: 37T BN 93105 62656}
              - {id: route, kind: route, legs: [{id: m-p, from: m, to: p, confirmed-by: b}]}
              - {id: screening, kind: screening, says: {uk: %s, ru: %s}}
              - {id: vehicles, kind: vehicles, says: {uk: 30 автобусів}}
              - {id: escort, kind: escort, left-open: true}
            """.formatted(uk, ru);
    }

    private Ran prints(String... more) {
        List<String> args = new ArrayList<>(List.of("print", "west", "--data", "talks", "--out", "west.html"));
        args.addAll(List.of(more));
        return desk.run(args.toArray(String[]::new));
    }

    private String page() throws IOException {
        return Files.readString(folder.resolve("west.html"));
    }

    private Document dom() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(page())));
    }

    @Test
    void eachColumnSaysWhichLanguageItIsIn() throws Exception {
        assertThat(prints("--languages", "uk,ru").code()).isZero();
        NodeList cells = dom().getElementsByTagName("td");
        List<String> languages = new ArrayList<>();
        for (int i = 0; i < cells.getLength(); i++) {
            languages.add(((Element) cells.item(i)).getAttribute("lang"));
        }
        assertThat(languages.subList(0, 12))
                .isEqualTo(Collections.nCopies(6, List.of("uk", "ru")).stream()
                        .flatMap(List::stream)
                        .toList());
        assertThat(page()).contains("<th scope=\"col\" lang=\"uk\">Українська</th>", "<html lang=\"uk\"");
    }

    @Test
    void whatHasNoWordingInALanguageSaysSoInItsColumnAndOnTheScreen() throws Exception {
        Ran ran = prints("--languages", "uk,ru");
        assertThat(page()).contains("Этот пункт не изложен на этом языке (Русский). Он изложен на: uk.");
        assertThat(ran.err()).isEqualTo("warning: not worded in ru: vehicles. The paper says so.\n");
    }

    @Test
    void whereTheFormHasNoWordsInALanguageThePaperSaysSo() throws Exception {
        assertThat(prints("--languages", "tr").code()).isZero();
        assertThat(page())
                .contains(
                        "The words of this form are in English", "no wording of this clause in this language (Türkçe)");
    }

    @Test
    void theWholeHashStandsInTheTextAndAtTheFootOfEveryPage() throws Exception {
        String out = prints("--languages", "uk,ru").out();
        var matcher = HASH.matcher(out);
        assertThat(matcher.find()).isTrue();
        String hash = matcher.group(1);
        assertThat(page())
                .contains(hash, "@bottom-left", hash.substring(0, 32) + "\\A " + hash.substring(32), "counter(pages)");
        assertThat(out).contains("Read aloud");
    }

    @Test
    void everyOfficeHasABlockToSignInAndEveryPlaceItsCoordinates() throws Exception {
        prints("--languages", "uk,ru");
        assertThat(page()).contains("<h3>first desk</h3><p>A &amp; &lt;B&gt;</p>", "<h3>second desk</h3>");
        assertThat(page())
                .contains("47.09710, 37.54330", "37T CN 89455 16984", "Mariupol / Маріуполь", "m-p: Mariupol");
        assertThat(page())
                .contains(
                        "2022-03-05 09:00 Europe/Kyiv = 2022-03-05 10:00 Europe/Moscow",
                        "без шкоди для питання про статус");
    }

    @Test
    void nothingIsLoadedAndNothingRuns() throws Exception {
        prints("--languages", "uk,ru");
        assertThat(page())
                .contains("default-src &#39;none&#39;")
                .doesNotContain("src=", "href=", "<script", "<один>", "url(")
                .contains("&lt;один&gt;");
    }

    @Test
    void anOrderOfATextThatIsNotAgreedSaysThatItIsNone() throws Exception {
        assertThat(prints("--order", "m-p", "--hotline", "channel 8", "--languages", "uk,ru")
                        .code())
                .isZero();
        assertThat(page())
                .contains("Это ещё не приказ. ПРЕДЛОЖЕНО", "<p class=\"hotline\">channel 8</p>", "37T CN 89455 16984");
    }

    @Test
    void whatIsWrongOnTheCommandLineIsTold() throws IOException {
        assertThat(prints("--order", "m-q").err()).contains("is no segment", "m-p");
        assertThat(prints("--hotline", "8").err()).contains("stands on orders only");
        assertThat(prints("--languages", "ukrainian!").err()).contains("is no language");
        assertThat(prints("--languages", "uk,ru,en").err()).contains("are not one language or two");
        assertThat(prints("--languages", "uk,uk").code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(Files.exists(folder.resolve("west.html"))).isFalse();
        assertThat(prints("--json").out()).contains("\"format\" : \"safeconduct-print/1\"", "\"ru\"", "\"uk\"");
        assertThat(prints().code()).as("the file is there already").isEqualTo(ExitCodes.CANNOT_WRITE);
    }

    @Test
    void sameRecordSameMomentSameBytes() throws IOException {
        prints("--at", "2022-03-05T10:00+02:00");
        String first = page();
        Files.delete(folder.resolve("west.html"));
        prints("--at", "2022-03-05T10:00+02:00");
        assertThat(page()).isEqualTo(first);
    }

    @Tag("ci")
    @ParameterizedTest
    @ValueSource(ints = {1, 12, 35})
    void anOrderIsOnePageInARealBrowser(int length) throws Exception {
        talks.write(
                "longer.yaml",
                text("слово ".repeat(8 * length), "слово ".repeat(8 * length))
                        .replace("text: west", "text: west" + length));
        talks.does("propose", "longer.yaml", "f");
        desk.done(
                "print",
                "west" + length,
                "--data",
                "talks",
                "--order",
                "m-p",
                "--languages",
                "uk,ru",
                "--out",
                "west.html");
        assertThat(pages()).isEqualTo(1);
    }

    @Test
    @Tag("ci")
    void aTextIsPrintedInARealBrowser() throws Exception {
        prints("--languages", "uk,ru");
        assertThat(pages()).isBetween(1, 3);
    }

    /** Pages of the PDF that Chromium makes of the page. */
    private int pages() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium here");
        Path pdf = folder.resolve("west.pdf");
        List<String> command = new ArrayList<>(List.of(CHROMIUM.toString()));
        command.addAll(
                List.of("--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --no-pdf-header-footer"
                        .split(" ", -1)));
        command.addAll(
                List.of("--disable-background-networking --disable-component-update --disable-sync".split(" ", -1)));
        command.add("--user-data-dir=" + folder.resolve("profile"));
        command.add("--print-to-pdf=" + pdf);
        command.add(folder.resolve("west.html").toUri().toString());
        Process browser = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!browser.waitFor(120, TimeUnit.SECONDS)) {
            browser.destroyForcibly();
            throw new AssertionError("Chromium did not finish within two minutes");
        }
        String bytes = Files.readString(pdf, StandardCharsets.ISO_8859_1);
        return (int) PAGES.matcher(bytes).results().count();
    }
}
