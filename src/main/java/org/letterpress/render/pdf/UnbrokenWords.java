package org.letterpress.render.pdf;

import java.util.List;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.fo.Constants;
import org.apache.fop.fo.FONode;
import org.apache.fop.fo.FOText;
import org.apache.fop.layoutmgr.LayoutManagerMapping;
import org.apache.fop.layoutmgr.Position;
import org.apache.fop.layoutmgr.inline.HyphContext;
import org.apache.fop.layoutmgr.inline.TextLayoutManager;

/** Keeps {@code hyphenate="false"} on inlines, which FOP knows on blocks alone. */
final class UnbrokenWords extends LayoutManagerMapping {

  /** For one run. */
  UnbrokenWords(FOUserAgent agent) {
    super(agent);
  }

  @Override
  protected void initialize() {
    super.initialize();
    registerMaker(
        FOText.class,
        new FOTextLayoutManagerMaker() {
          @Override
          @SuppressWarnings({"rawtypes", "unchecked"}) // FOP's own signature
          public void make(FONode node, List lms, FOUserAgent agent) {
            FOText text = (FOText) node;
            if (text.length() > 0 && hyphenates(text)) {
              super.make(node, lms, agent);
            } else if (text.length() > 0) {
              lms.add(new Unbroken(text, agent));
            }
          }
        });
  }

  private static boolean hyphenates(FOText text) {
    return text.getCommonHyphenation().hyphenate.getEnum() == Constants.EN_TRUE;
  }

  private static final class Unbroken extends TextLayoutManager {

    Unbroken(FOText text, FOUserAgent agent) {
      super(text, agent);
    }

    @Override
    public String getWordChars(Position position) {
      return "";
    }

    @Override
    public void hyphenate(Position position, HyphContext context) {
      // No letter of this text is in the context's word.
    }
  }
}
