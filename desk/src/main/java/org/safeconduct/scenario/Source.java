package org.safeconduct.scenario;

/**
 * Where a statement comes from.
 *
 * @param id short name used in files
 * @param title what it is: outlet or document, and date
 * @param address where to find it; empty if it has no address
 */
public record Source(String id, String title, String address) {}
