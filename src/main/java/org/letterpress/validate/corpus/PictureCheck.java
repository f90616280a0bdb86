package org.letterpress.validate.corpus;

import static org.letterpress.finding.Severity.ERROR;
import static org.letterpress.finding.Severity.INFO;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.letterpress.finding.Finding;
import org.letterpress.finding.Location;
import org.letterpress.xml.RealFile;

/** Looks whether the pictures that files name lie in the edition's folder. */
final class PictureCheck {

  /** What is no file's name may be the number of a picture kept elsewhere. */
  private static final Pattern FILE =
      Pattern.compile("(?i)\\.(gif|jpe?g|jp2|png|svg|tiff?|webp)\\s*$");

  /** So many missing pictures, and more than there are: the folder holds no pictures. */
  private static final int SOME = 5;

  private final Path folder;
  private final List<Facts.Reference> missing = new ArrayList<>();
  private final Map<Path, Set<String>> names = new HashMap<>();
  private int found;

  private PictureCheck(Path folder) {
    this.folder = folder;
  }

  /**
   * The pictures that are missing.
   *
   * @param folder the edition's
   */
  static List<Finding> findings(Edition edition, Path folder) {
    PictureCheck check = new PictureCheck(folder);
    for (Facts file : edition.files()) {
      file.references().stream()
          .filter(Facts.Reference::isPicture)
          .filter(one -> FILE.matcher(one.value().text()).find())
          .filter(one -> !ReferenceForm.isAddress(one.value().text()))
          .forEach(check::look);
    }
    return check.findings();
  }

  private void look(Facts.Reference picture) {
    if (isThere(picture)) {
      found++;
    } else {
      missing.add(picture);
    }
  }

  private List<Finding> findings() {
    if (missing.size() >= SOME && missing.size() > found) {
      return List.of(
          Finding.of(
              "pictures-not-judged",
              INFO,
              Location.of(missing.get(0).value().location().file()),
              Map.of(
                  "missing",
                  String.valueOf(missing.size()),
                  "all",
                  String.valueOf(missing.size() + found)),
              List.of()));
    }
    return missing.stream().map(this::finding).toList();
  }

  private Finding finding(Facts.Reference picture) {
    Facts.Token value = picture.value();
    return Finding.of(
        "picture-missing",
        ERROR,
        value.location(),
        Map.of("picture", value.text().strip()),
        near(picture).map(near -> Suggestions.replace(Facts.PICTURE, value, near)).stream()
            .toList());
  }

  private boolean isThere(Facts.Reference picture) {
    try {
      Path file = file(picture);
      return Files.isRegularFile(file) && file.toRealPath().startsWith(folder);
    } catch (IOException | IllegalArgumentException nowhere) {
      return false;
    }
  }

  /** Where it would lie. */
  private Path file(Facts.Reference picture) {
    Facts.Token value = picture.value();
    return RealFile.named(folder, value.location().file(), value.text());
  }

  /** The address of a file beside it whose name is nearly the same. */
  private Optional<String> near(Facts.Reference picture) {
    String address = picture.value().text().strip();
    String name = address.substring(address.lastIndexOf('/') + 1);
    Set<String> beside = beside(picture);
    return beside.stream()
        .filter(other -> lower(other).equals(lower(name)))
        .findFirst()
        .or(() -> new Suggestions(beside).nearest(name))
        .map(near -> address.substring(0, address.length() - name.length()) + escaped(near));
  }

  /** The pictures where it would lie; none outside the edition's folder. */
  private Set<String> beside(Facts.Reference picture) {
    try {
      Path place = file(picture).getParent();
      return place.startsWith(folder)
          ? names.computeIfAbsent(place, PictureCheck::pictures)
          : Set.of();
    } catch (IllegalArgumentException nowhere) {
      return Set.of();
    }
  }

  private static String escaped(String name) {
    return name.replace(" ", "%20");
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Names that can stand in an address as they are, in order. */
  private static Set<String> pictures(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> FILE.matcher(name).find() && !name.matches(".*[<>&\"'%].*"))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException noFolder) {
      return Set.of();
    }
  }
}
