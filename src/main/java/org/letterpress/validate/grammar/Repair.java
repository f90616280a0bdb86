package org.letterpress.validate.grammar;

import java.util.function.Supplier;

/**
 * One way to read an item that may not stand where it does.
 *
 * @param cost how unlikely it is; the faults that remain after it are counted in
 * @param next the item with which to go on
 * @param skips whether the item is left out of account
 * @param tell says what is wrong
 * @param resume judges what the items hold, read this way, and gives the state after them
 */
record Repair(double cost, int next, boolean skips, Runnable tell, Supplier<State> resume) {

  /** Takes this reading. */
  State take() {
    tell.run();
    return resume.get();
  }
}
