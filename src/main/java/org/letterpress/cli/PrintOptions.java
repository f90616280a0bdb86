package org.letterpress.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.letterpress.render.Format;
import org.letterpress.render.PrintStyle;
import org.letterpress.render.pdf.Face;
import org.letterpress.render.pdf.Faces;
import org.letterpress.render.pdf.Sheet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that are about pages. */
final class PrintOptions {

  /** Points in a unit. */
  private static final double INCH = 72;

  private static final double MILLIMETRE = 72 / 25.4;

  private static final Pattern LENGTH = Pattern.compile("(\\d+(?:\\.\\d+)?) ?(mm|in)");
  private static final Pattern SIZE =
      Pattern.compile("(\\d+(?:\\.\\d+)?)x(\\d+(?:\\.\\d+)?)(mm|in)");

  private static final Set<String> NAMES = Set.of("royal", "demy", "a5");

  private static final Set<String> PLACES = Set.of("foot", "end");

  /** Pages that hold neither a line nor a sheet of paper, in millimetres. */
  private static final double NARROWEST = 90;

  private static final double SHORTEST = 140;
  private static final double LARGEST = 500;
  private static final double WIDEST_BLEED = 20;

  @Option(names = "--trim", paramLabel = "${bundle:SIZE}")
  private String trim;

  @Option(names = "--notes", paramLabel = "${bundle:PLACE}")
  private String notes;

  @Option(names = "--line-numbers")
  private boolean lineNumbers;

  @Option(names = "--font", paramLabel = "${bundle:FILE}", split = ",")
  private List<Path> fonts = List.of();

  @Option(names = "--fallback-font", paramLabel = "${bundle:FILE}", split = ",")
  private List<Path> fallbacks = List.of();

  @Option(names = "--press")
  private boolean press;

  @Option(names = "--icc", paramLabel = "${bundle:FILE}")
  private Path icc;

  @Option(names = "--bleed", paramLabel = "${bundle:LENGTH}", defaultValue = "3mm")
  private String bleed;

  @Option(names = "--pdf-x", paramLabel = "N", defaultValue = "4")
  private int standard;

  /** Whether files for a printing house are asked for. */
  boolean isForPress() {
    return press;
  }

  /** How pages are printed, once the formats are known. */
  PrintStyle style(CommandSpec spec, Set<Format> formats) {
    Optional<Sheet> sheet =
        formats.contains(Format.PRESS) ? Optional.of(sheet(spec)) : Optional.empty();
    if (notes != null && !PLACES.contains(notes)) {
      throw Speech.wrong(spec, "notes", notes);
    }
    return new PrintStyle(
        Optional.ofNullable(trim).map(size -> size(spec, size)),
        Optional.ofNullable(notes),
        lineNumbers,
        new Faces(faces(spec, fonts), faces(spec, fallbacks)),
        sheet);
  }

  private static List<Face> faces(CommandSpec spec, List<Path> files) {
    List<Face> faces = new ArrayList<>();
    for (Path file : files) {
      try {
        faces.add(Face.read(file));
      } catch (IOException e) {
        throw Speech.wrong(spec, "font", file);
      }
    }
    return faces;
  }

  private static String size(CommandSpec spec, String size) {
    String said = size.strip().toLowerCase(Locale.ROOT).replace('×', 'x').replace(" ", "");
    Matcher free = SIZE.matcher(said);
    if (free.matches()) {
      double unit = free.group(3).equals("in") ? INCH / MILLIMETRE : 1;
      double width = Double.parseDouble(free.group(1)) * unit;
      double height = Double.parseDouble(free.group(2)) * unit;
      if (width >= NARROWEST && height >= SHORTEST && Math.max(width, height) <= LARGEST) {
        return said;
      }
    } else if (NAMES.contains(said)) {
      return said;
    }
    throw Speech.wrong(spec, "trim", size);
  }

  private Sheet sheet(CommandSpec spec) {
    if (icc == null) {
      throw Speech.wrong(spec, "icc");
    }
    Matcher length = LENGTH.matcher(bleed.strip().toLowerCase(Locale.ROOT));
    double points =
        length.matches()
            ? Double.parseDouble(length.group(1))
                * (length.group(2).equals("in") ? INCH : MILLIMETRE)
            : Double.MAX_VALUE;
    if (points > WIDEST_BLEED * MILLIMETRE) {
      throw Speech.wrong(spec, "bleed", bleed);
    }
    if (standard != 3 && standard != 4) {
      throw Speech.wrong(spec, "pdf-x", standard);
    }
    try {
      return new Sheet(
          standard == 3 ? Sheet.Standard.X3 : Sheet.Standard.X4,
          Files.readAllBytes(icc),
          icc.getFileName().toString().replaceFirst("(?i)\\.ic[cm]$", ""),
          points);
    } catch (IOException | IllegalArgumentException e) {
      throw Speech.wrong(spec, "no-icc", icc);
    }
  }
}
