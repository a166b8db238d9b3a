package org.safeconduct.places;

/**
 * People are to go from one place to another.
 *
 * @param id its name within the text
 * @param from id of a place
 * @param to id of a place
 */
public record Way(String id, String from, String to) {}
