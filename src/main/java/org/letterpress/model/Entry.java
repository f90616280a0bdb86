package org.letterpress.model;

/**
 * An entry of a register.
 *
 * @param id its {@code xml:id}, to which names in the letters refer
 * @param kind {@code person}, {@code place}, {@code org}, {@code event} or {@code work}
 * @param label the name as it is read
 */
public record Entry(String id, String kind, String label) {}
