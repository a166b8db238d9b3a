package org.safeconduct.quality;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safeconduct.quality.JavaSources.Source;
import org.safeconduct.quality.JavaSources.Text;

/**
 * What people read never promises safety, never judges and never claims a permission.
 *
 * <p>Looks at texts in the code of {@code cli} and {@code publish} and at the values of message files. Names of
 * messages and styles, such as {@code not-safe} or {@code label.public}, are not read by people.
 */
final class WordRule implements Rule {

    /** A word not to say, and what to say instead. */
    private record Banned(Pattern word, String instead) {

        static Banned of(String regex, String instead) {
            return new Banned(
                    Pattern.compile(
                            "(?<![\\p{L}\\p{N}_])(?:" + regex + ")(?![\\p{L}\\p{N}_])",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                    instead);
        }
    }

    /** The only sentence in which the word may stand, because it denies it. */
    private static final Pattern DENIAL =
            Pattern.compile("do(?:es)? not say (?:that )?the roads? (?:is|are) safe", Pattern.CASE_INSENSITIVE);

    private static final Pattern KEY = Pattern.compile("\\w+(?:[.-]\\w+)+");

    private static final List<Banned> BANNED = List.of(
            Banned.of(
                    "safe|safer|safest|safely|safety",
                    "say what time and roads allow; the word stands only in \"does not say the road is safe\""),
            Banned.of(
                    "feasible|infeasible|feasibility",
                    "say \"not ruled out by time and roads\" or \"cannot, even if everything works\""),
            Banned.of(
                    "guaranteed by the system|guaranteed by safeconduct|is guaranteed|are guaranteed",
                    "a guarantee is a promise of a named party: \"guaranteed by <party>\""),
            Banned.of("approved|approval", "say who agreed to what; a notification is not a permission"),
            Banned.of(
                    "violated|violates|violation|violations",
                    "say \"differs from the agreed route\" or \"not confirmed\""),
            Banned.of("refused|refuses", "say \"not accepted\""),
            Banned.of("holes?", "say \"still to settle\""),
            Banned.of("controlling force", "say \"confirming party of a segment\""),
            new Banned(Pattern.compile("[✓✔✅☑]"), "use words; a green tick reads as a permission"));

    @Override
    public void check(Repository repository, JavaSources sources, Findings findings) {
        for (Source source : sources.all()) {
            if (source.isIn("desk", "cli") || source.isIn("desk", "publish")) {
                sources.texts(source).forEach(text -> checkText(text, findings));
            }
        }
        for (Path file : repository.filesEnding(".properties")) {
            if (file.startsWith(Path.of("desk", "src", "main"))) {
                checkMessages(file, repository.lines(file), findings);
            }
        }
    }

    private static void checkText(Text text, Findings findings) {
        if (!KEY.matcher(text.value()).matches()) {
            checkWords(text.source().file(), text.line(), text.value(), findings);
        }
    }

    private static void checkMessages(Path file, List<String> lines, Findings findings) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.startsWith("#") && !line.startsWith("!")) {
                checkWords(file, i + 1, line.substring(line.indexOf('=') + 1), findings);
            }
        }
    }

    private static void checkWords(Path file, long line, String text, Findings findings) {
        String rest = DENIAL.matcher(text).replaceAll("…");
        for (Banned banned : BANNED) {
            Matcher match = banned.word().matcher(rest);
            if (match.find()) {
                findings.add(file, line, "people would read \"" + match.group() + "\"", banned.instead());
            }
        }
    }
}
