package org.safeconduct.quality;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** No file of the project knows a folder of one machine or the address of a package registry. */
final class PlaceRule implements Rule {

    // Put together from parts, so that this file does not find itself.
    private static final Pattern FOLDER = Pattern.compile("(?<![\\w.~$}*-])/(?:wo" + "rk|ro" + "ot|ho" + "me)/[\\w.-]");
    private static final Pattern HOST = Pattern.compile("repo1?\\.maven\\.(?:apache\\.)?org|registry\\.npm" + "js\\.org"
            + "|deb\\.deb" + "ian\\.org|py" + "pi\\.org|files\\.python" + "hosted\\.org|plugins\\.gra" + "dle\\.org");

    @Override
    public void check(Repository repository, JavaSources sources, Findings findings) {
        for (Path file : repository.files()) {
            if (isText(repository, file)) {
                List<String> lines = repository.lines(file);
                for (int i = 0; i < lines.size(); i++) {
                    checkLine(file, i + 1, lines.get(i), findings);
                }
            }
        }
    }

    private static void checkLine(Path file, int line, String text, Findings findings) {
        Matcher folder = FOLDER.matcher(text);
        if (folder.find()) {
            findings.add(file, line, "names a folder of one machine", "make it relative, or take it as a parameter");
        }
        Matcher host = HOST.matcher(text);
        if (host.find()) {
            findings.add(file, line, "names the registry " + host.group(), "leave that to the user's own settings");
        }
    }

    /** A file without a zero byte in its first 8 KiB, as git tells text from bytes. */
    private static boolean isText(Repository repository, Path file) {
        byte[] bytes = repository.bytes(file);
        for (int i = 0; i < Math.min(bytes.length, 8192); i++) {
            if (bytes[i] == 0) {
                return false;
            }
        }
        return new String(bytes, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0;
    }
}
