package org.safeconduct.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report in a real browser, where Chromium is installed: it fits a phone, a tablet and a desk without sideways scrolling. */
@Tag("ci")
class BrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 800, 1280})
    void nothingReachesBeyondTheScreen(int width) throws Exception {
        assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium here");
        String dom = rendered(framed(Report.html(ValleyPlan.plan()), width));
        assertThat(dom).contains("<title>" + width + " of " + width + ", pictures 7</title>");
    }

    /** The report in a frame of a width, beside a script that measures it: the report's own policy admits no other script. */
    private static String framed(String report, int width) {
        String inner = Markup.escape(report.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", ""));
        return """
            <!DOCTYPE html><html><head><title>not measured</title></head><body>
            <iframe style="width:%dpx;height:800px;border:0" srcdoc="%s"></iframe>
            <script>
            addEventListener("load", function () {
              var page = document.querySelector("iframe").contentDocument;
              var seen = Array.from(page.querySelectorAll("svg")).filter(function (s) { return s.getBoundingClientRect().height > 100; });
              document.title = page.documentElement.scrollWidth + " of " + page.defaultView.innerWidth + ", pictures " + seen.length;
            });
            </script></body></html>
            """.formatted(width, inner);
    }

    private String rendered(String page) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("page.html"), page);
        Path dom = folder.resolve("dom.html");
        List<String> command = Stream.of(
                        "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --hide-scrollbars"
                                .split(" "),
                        "--disable-background-networking --disable-component-update --disable-sync".split(" "),
                        new String[] {
                            "--user-data-dir=" + folder.resolve("profile"),
                            "--dump-dom",
                            file.toUri().toString()
                        })
                .flatMap(Stream::of)
                .toList();
        Process browser = new ProcessBuilder(Stream.concat(Stream.of(CHROMIUM.toString()), command.stream())
                        .toList())
                .redirectOutput(dom.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!browser.waitFor(120, TimeUnit.SECONDS)) {
            browser.destroyForcibly();
            throw new AssertionError("Chromium did not finish within two minutes");
        }
        return Files.readString(dom);
    }
}
