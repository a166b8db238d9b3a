package org.safeconduct.accord;

/**
 * Something in the content of an entry that it cannot say.
 *
 * @param path where it stands, such as {@code clauses[2].windows[0].to}; empty for all of it
 * @param problem what is wrong, with the value
 * @param remedy what to write
 */
public record Flaw(String path, String problem, String remedy) {
    @Override
    public String toString() {
        return (path.isEmpty() ? "" : path + ": ") + problem + "; " + remedy;
    }
}
