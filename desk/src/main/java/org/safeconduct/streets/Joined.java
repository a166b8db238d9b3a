package org.safeconduct.streets;

/**
 * A place and the street it was joined to.
 *
 * @param place id of the place
 * @param street name or number of the street; may be empty
 * @param way the source's number of the street
 * @param metres from the place to the street, as the crow flies
 */
public record Joined(String place, String street, long way, double metres) {}
