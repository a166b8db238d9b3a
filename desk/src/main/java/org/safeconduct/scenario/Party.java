package org.safeconduct.scenario;

/**
 * Someone who can announce, agree or confirm: a side, a facilitator, a humanitarian body.
 *
 * @param id short name used in files, such as {@code ua}
 * @param name the name it uses for itself
 */
public record Party(String id, String name) {}
