package org.letterpress.validate.corpus;

/** In which elements the parser is, as far as it matters; counted, since some may nest. */
final class Depths {

  private int header;
  private int text;
  private int note;
  private int context;
  private int signed;
  private int salute;
  private int closer;
  private int dateline;
  private int others;

  /** An element begins (1) or ends (-1). */
  void move(String name, int by) {
    switch (name) {
      case "teiHeader" -> header += by;
      case "text" -> text += by;
      case "correspContext" -> context += by;
      case "signed" -> signed += by;
      case "salute" -> salute += by;
      case "closer" -> closer += by;
      case "dateline" -> dateline += by;
      case "note" -> {
        note += by;
        others += by;
      }
      case "floatingText", "quote", "q", "attachment", "cit" -> others += by;
      default -> {
        // of no matter
      }
    }
  }

  boolean inHeader() {
    return header > 0;
  }

  boolean inText() {
    return text > 0;
  }

  /** How many notes are open. */
  int notes() {
    return note;
  }

  boolean inContext() {
    return context > 0;
  }

  /** In a signature of the letter's own, not one that it quotes. */
  boolean inSignature() {
    return signed > 0 && others == 0;
  }

  /** In a dateline of the letter's own. */
  boolean inDateline() {
    return dateline > 0 && others == 0;
  }

  /** In a salutation at the beginning of the letter, not in what it quotes. */
  boolean inSalutation() {
    return salute > 0 && signed == 0 && closer == 0 && others == 0;
  }
}
