package org.safeconduct.scenario;

/**
 * Something wrong in a file somebody wrote, with the way to mend it.
 *
 * @param file name of the file, relative to the scenario's folder
 * @param line line from 1; 0 if the whole file is meant
 * @param where the key or column, such as {@code assemblies[2].people}
 * @param value what stands there, shortened; may be empty
 * @param problem what is wrong, one sentence
 * @param remedy what to write instead, one sentence
 */
public record InputProblem(String file, int line, String where, String value, String problem, String remedy) {

    /** One line for a terminal: {@code scenario.yaml:12: windows[0].to = "08:00": ends before it starts. Write …}. */
    @Override
    public String toString() {
        String at = line > 0 ? file + ":" + line : file;
        String what = where.isEmpty() ? "" : where + (value.isEmpty() ? "" : " = " + value) + ": ";
        return at + ": " + what + problem + " " + remedy;
    }
}
