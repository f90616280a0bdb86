package org.letterpress.model;

import java.lang.ref.SoftReference;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import net.sf.saxon.s9api.XdmNode;

/** A letter of the edition, or a part of a volume: words of it that belong to no letter. */
public final class Letter {

  /** A letter, or which part of a volume. */
  public enum Kind {
    LETTER,
    FRONT,
    CHAPTER,
    BACK
  }

  /**
   * Where its words stand.
   *
   * @param element a TEI element, a text, a division, front or back, in the file's tree
   * @param without elements in it that are letters or parts themselves, and not of its own; in
   *     order
   */
  public record Source(XdmNode element, Set<XdmNode> without) {

    /** Keeps its own copy. */
    public Source {
      without = Collections.unmodifiableSet(new LinkedHashSet<>(without));
    }
  }

  private final String id;
  private final Kind kind;
  private final String title;
  private final String lang;
  private final SourceFile file;
  private final Supplier<Source> source;
  private final Optional<byte[]> extract;
  private final Soft<XdmNode> normalised;
  private final List<String> unknownElements;
  private final List<String> pictures;
  private final String named;
  private final Map<XdmNode, SoftReference<XdmNode>> slices =
      Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * Takes down what there is of it.
   *
   * @param id its name in the edition: the stem of its files, the last step of its address
   * @param title as its header has it
   * @param lang BCP 47
   * @param file the file that it stands in
   * @param source where its words stand; asked for again and again, since trees may be let go
   * @param extract of a volume, this letter alone as a TEI file; none where the file is the letter
   * @param normalised the normalised letter, in {@code lp:letter}
   * @param unknownElements the names of elements that no rule knows, one for each occurrence
   * @param pictures the addresses of its pictures and facsimiles, as they are written
   * @param named the words in its attributes, each once, parted by spaces
   */
  public Letter(
      String id,
      Kind kind,
      String title,
      String lang,
      SourceFile file,
      Supplier<Source> source,
      Optional<byte[]> extract,
      Soft<XdmNode> normalised,
      List<String> unknownElements,
      List<String> pictures,
      String named) {
    this.id = id;
    this.kind = kind;
    this.title = title;
    this.lang = lang;
    this.file = file;
    this.source = source;
    this.extract = extract;
    this.normalised = normalised;
    this.unknownElements = List.copyOf(unknownElements);
    this.pictures = List.copyOf(pictures);
    this.named = named;
  }

  /** Its name in the edition: the stem of its files, the last step of its address. */
  public String id() {
    return id;
  }

  /** Whether it is a letter or a part. */
  public Kind kind() {
    return kind;
  }

  /** As its header has it. */
  public String title() {
    return title;
  }

  /** BCP 47. */
  public String lang() {
    return lang;
  }

  /** The file that it stands in. */
  public SourceFile file() {
    return file;
  }

  /** Where its words stand, in one tree of its file. */
  public Source source() {
    return source.get();
  }

  /** Whether its file is this letter and nothing else. */
  public boolean isAlone() {
    return extract.isEmpty();
  }

  /** Its TEI as a file: the file's own bytes, or, of a volume, this letter alone. */
  public byte[] encoding() {
    return extract.orElseGet(file::content);
  }

  /** The normalised letter, in {@code lp:letter}. */
  public XdmNode normalised() {
    return normalised.get();
  }

  /** The names of the elements that no rule of normalisation knows, one for each occurrence. */
  public List<String> unknownElements() {
    return unknownElements;
  }

  /** The addresses of its pictures and facsimiles, as they are written. */
  public List<String> pictures() {
    return pictures;
  }

  /** The words in its attributes, each once: the ids that it refers to are among them. */
  String named() {
    return named;
  }

  /**
   * Its slice of a corpus document that is in use, cut once unless memory is short. Not {@link
   * Soft}, which would hold on to the corpus document after the edition has changed.
   */
  XdmNode slice(XdmNode corpus, Supplier<XdmNode> cut) {
    SoftReference<XdmNode> known = slices.get(corpus);
    XdmNode slice = known == null ? null : known.get();
    if (slice == null) {
      slice = cut.get();
      slices.put(corpus, new SoftReference<>(slice));
    }
    return slice;
  }
}
