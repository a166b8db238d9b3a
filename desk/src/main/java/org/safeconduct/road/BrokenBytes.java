package org.safeconduct.road;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/** Says of a file that cannot be read on what is the matter with it. */
final class BrokenBytes {
    private static final String FETCH = "Fetch it again, or unpack it to see whether it is whole.";

    private BrokenBytes() {}

    /** A file that broke while it was read as XML. */
    static RoadProblems of(String file, XMLStreamException failure) {
        if (failure.getNestedException() instanceof IOException broken) {
            return of(file, broken);
        }
        Location location = failure.getLocation();
        String place = location == null || location.getLineNumber() < 1 ? "" : "line " + location.getLineNumber();
        String message = String.valueOf(failure.getMessage());
        if (message.contains("was referenced, but not declared")) {
            String unknown = "names an entity that XML itself does not know; what a DOCTYPE says of it is not read.";
            return problem(file, place, unknown, "Write out there what it stands for.");
        }
        boolean ends = message.contains("must start and end within the same entity");
        return problem(
                file,
                place,
                ends ? "ends in the middle." : "is no XML from there on.",
                ends ? FETCH : "Fetch it again, or mend it there.");
    }

    /** A file that broke while it was read. */
    static RoadProblems of(String file, IOException failure) {
        return switch (failure) {
            case SourceBytes.Swollen swollen ->
                problem(file, "", swollen.getMessage() + ": it is not what it seems.", "Take another file.");
            case EOFException _ -> problem(file, "", "ends in the middle.", FETCH);
            case ZipException _ -> problem(file, "", "is broken where it is packed.", FETCH);
            case CharacterCodingException _ ->
                problem(file, "", "holds bytes that are not UTF-8.", "Save it as UTF-8.");
            case AccessDeniedException denied ->
                problem(
                        String.valueOf(Path.of(denied.getFile()).getFileName()),
                        "",
                        "may not be read by you.",
                        "Give yourself leave to read it, or copy it to where you may.");
            default -> problem(file, "", "cannot be read: " + failure.getMessage() + ".", FETCH);
        };
    }

    private static RoadProblems problem(String file, String place, String problem, String remedy) {
        return new RoadProblems(new RoadProblem(file, place, "", problem, remedy));
    }
}
