package org.safeconduct.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.safeconduct.record.Malformed;
import org.safeconduct.record.Policy;
import org.safeconduct.record.StrictEd25519;

/**
 * Verifies a bundle as a program: this jar and a JDK are all it takes.
 *
 * <pre>
 *   java -jar safeconduct-verify.jar "$(cat policy)" &lt; bundle.zip
 * </pre>
 *
 * <p>The bundle comes by standard input and the policy, which is no secret, as an argument, since nothing here opens a
 * file. They come by two ways so that no bundle can add a line to the policy.
 */
public final class Main {

    private static final int INTERNAL = 70;
    private static final int NOTHING_TO_VERIFY = 2;
    private static final String HELP = """
        Verifies a bundle of a Safeconduct record. It takes Java 25 and nothing else; it opens
        no file and no connection.

          java -jar safeconduct-verify.jar "$(cat policy)" < bundle.zip

        The policy says whose signatures count. Take it from somebody you trust, not out of
        the bundle: whoever can make the one can make the other. Its lines can also be given
        one by one:

          java -jar safeconduct-verify.jar "log NAME+ID+KEY" "quorum none" < bundle.zip

        Ends with 0 if the bundle is intact, 1 if it is broken, 2 if it is incomplete or there
        was nothing to verify. Intact does not mean true: it means that these keys signed
        these statements in this order, and that nothing was changed since.\
        """;

    private Main() {}

    /** Verifies standard input under the policy that the arguments are, and ends the process. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(args, System.in, out, err));
    }

    static int run(String[] args, InputStream in, PrintStream out, PrintStream err) {
        if (args.length == 0 || args[0].equals("--help") || args[0].equals("-h")) {
            (args.length == 0 ? err : out).println(HELP);
            return args.length == 0 ? NOTHING_TO_VERIFY : 0;
        }
        try {
            Policy policy = Policy.read((String.join("\n", args) + "\n").getBytes(StandardCharsets.UTF_8));
            Finding finding = Verification.ofFile(in.readAllBytes(), policy, new StrictEd25519());
            finding.lines().forEach(line -> out.println(plain(line)));
            return finding.exitCode();
        } catch (Malformed e) {
            err.println("policy: " + plain(e.getMessage()));
        } catch (IOException e) {
            err.println("standard input: " + e.getMessage());
        } catch (OutOfMemoryError _) {
            err.println("the bundle takes more memory than Java has; give it more, such as java -Xmx4g");
            return INTERNAL;
        }
        return NOTHING_TO_VERIFY;
    }

    /** Nothing that a bundle says can move a terminal's cursor or turn its reading direction. */
    private static String plain(String line) {
        return line.replaceAll("[\t\n\r]", " ")
                .replaceAll("[\\p{Cc}\\p{Cs}\\x{2028}-\\x{202E}\\x{2066}-\\x{2069}]", "\uFFFD");
    }
}
