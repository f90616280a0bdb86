package org.letterpress.render.pdf;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceN;
import org.apache.pdfbox.pdmodel.graphics.color.PDICCBased;
import org.apache.pdfbox.pdmodel.graphics.color.PDIndexed;
import org.apache.pdfbox.pdmodel.graphics.color.PDSeparation;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/** Goes through what is drawn on a page and tells what a press can't print, or prints badly. */
final class PressContent extends PDFStreamEngine {

  /** Fewer dots an inch show on paper. */
  private static final int DOTS = 300;

  /** Rounding in the size of a picture, as a share. */
  private static final double NEARLY = 0.995;

  private static final String TRANSPARENCY = "press-transparency";

  private final BiConsumer<String, String> faults;
  private final Set<COSBase> open = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * Prepares.
   *
   * @param faults receives the code of each fault, and what it is about
   */
  PressContent(BiConsumer<String, String> faults) {
    this.faults = faults;
    addOperator(new Concatenate(this));
    addOperator(new Save(this));
    addOperator(new Restore(this));
  }

  void judge(PDPage page) throws IOException {
    group(page.getCOSObject());
    processPage(page);
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    String name = operator.getName();
    COSName operand =
        !operands.isEmpty() && operands.get(0) instanceof COSName first ? first : null;
    switch (name) {
      case OperatorName.NON_STROKING_RGB, OperatorName.STROKING_COLOR_RGB ->
          faults.accept("press-colour", name);
      case OperatorName.NON_STROKING_COLORSPACE, OperatorName.STROKING_COLORSPACE ->
          colour(operand == null ? null : getResources().getColorSpace(operand));
      case OperatorName.SHADING_FILL -> colour(getResources().getShading(operand).getColorSpace());
      case OperatorName.SET_FONT_AND_SIZE -> font(getResources().getFont(operand));
      case OperatorName.SET_GRAPHICS_STATE_PARAMS ->
          state(getResources().getExtGState(operand).getCOSObject());
      case OperatorName.DRAW_OBJECT -> draw(getResources().getXObject(operand));
      case OperatorName.BEGIN_INLINE_IMAGE -> inline(operator.getImageParameters());
      default -> super.processOperator(operator, operands);
    }
  }

  @Override
  protected void unsupportedOperator(Operator operator, List<COSBase> operands) {
    // What draws lines and letters is no matter here.
  }

  private void colour(PDColorSpace space) throws IOException {
    if (space != null && !isInk(space)) {
      faults.accept("press-colour", space.getName());
    }
  }

  private static boolean isInk(PDColorSpace space) throws IOException {
    if (space instanceof PDICCBased profile) {
      return profile.getNumberOfComponents() != 3;
    }
    if (space instanceof PDIndexed indexed) {
      return isInk(indexed.getBaseColorSpace());
    }
    if (space instanceof PDSeparation separation) {
      return isInk(separation.getAlternateColorSpace());
    }
    if (space instanceof PDDeviceN inks) {
      return isInk(inks.getAlternateColorSpace());
    }
    return List.of("DeviceGray", "DeviceCMYK").contains(space.getName());
  }

  private void inline(COSDictionary image) {
    String space = image.getNameAsString(COSName.CS, image.getNameAsString(COSName.COLORSPACE));
    if (space != null && space.endsWith("RGB")) {
      faults.accept("press-colour", space);
    }
  }

  private void font(PDFont font) {
    // A font of type 3 has its shapes in the file in any case.
    if (font != null && !font.isEmbedded()) {
      faults.accept("press-font", String.valueOf(font.getName()));
    }
  }

  private void state(COSDictionary state) {
    COSBase mask = state.getDictionaryObject(COSName.SMASK);
    COSName blend = state.getCOSName(COSName.BM);
    if (mask != null && !COSName.NONE.equals(mask)) {
      faults.accept(TRANSPARENCY, "SMask");
    }
    if (state.getFloat(COSName.CA, 1) < 1 || state.getFloat(COSName.CA_NS, 1) < 1) {
      faults.accept(TRANSPARENCY, "CA");
    }
    if (blend != null && !List.of(COSName.NORMAL, COSName.COMPATIBLE).contains(blend)) {
      faults.accept(TRANSPARENCY, blend.getName());
    }
  }

  private void group(COSDictionary holder) {
    COSDictionary group = holder.getCOSDictionary(COSName.GROUP);
    if (group != null && COSName.TRANSPARENCY.equals(group.getCOSName(COSName.S))) {
      faults.accept(TRANSPARENCY, "Group");
    }
  }

  private void draw(PDXObject object) throws IOException {
    if (object instanceof PDImageXObject picture) {
      picture(picture);
    } else if (object instanceof PDFormXObject form && open.add(form.getCOSObject())) {
      group(form.getCOSObject());
      showForm(form);
      open.remove(form.getCOSObject());
    }
  }

  private void picture(PDImageXObject picture) throws IOException {
    if (!picture.isStencil()) {
      colour(picture.getColorSpace());
    }
    if (picture.getSoftMask() != null) {
      faults.accept(TRANSPARENCY, "SMask");
    }
    Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
    double across = picture.getWidth() * 72 / Math.max(matrix.getScalingFactorX(), 1e-6);
    double down = picture.getHeight() * 72 / Math.max(matrix.getScalingFactorY(), 1e-6);
    double dots = Math.min(across, down);
    if (dots < DOTS * NEARLY) {
      faults.accept("press-resolution", String.valueOf(Math.round(dots)));
    }
  }
}
