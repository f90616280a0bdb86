package org.letterpress.render.chart;

/**
 * A place of the register that letters were sent from or to, or that they name.
 *
 * @param id the entry's
 * @param label its name
 * @param latitude in degrees, north of the equator
 * @param longitude in degrees, east of Greenwich
 * @param sent how many letters were sent from it
 * @param received how many were received at it
 * @param mentions how often letters name it
 */
record Place(
    String id,
    String label,
    double latitude,
    double longitude,
    int sent,
    int received,
    int mentions) {

  /** How many letters went from or to it. */
  int letters() {
    return sent + received;
  }

  /** What its mark's size goes by. */
  int weight() {
    return 3 * letters() + mentions;
  }
}
