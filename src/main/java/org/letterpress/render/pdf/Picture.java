package org.letterpress.render.pdf;

import java.io.IOException;
import java.net.URISyntaxException;
import org.apache.fop.ResourceEventProducer;
import org.apache.fop.apps.FOPException;
import org.apache.fop.datatypes.URISpecification;
import org.apache.fop.fo.Constants;
import org.apache.fop.fo.FONode;
import org.apache.fop.fo.PropertyList;
import org.apache.fop.fo.flow.ExternalGraphic;

/**
 * A picture. FOP says of one that it may not read, or of a kind that it may not print, only that
 * there is none; and a damaged one can make the libraries that read it fail anyhow.
 */
final class Picture extends ExternalGraphic {

  /** What is said of such a picture. */
  static final String DAMAGED = "the file is damaged";

  Picture(FONode parent) {
    super(parent);
  }

  @Override
  public void bind(PropertyList properties) throws FOPException {
    String address = URISpecification.getURL(properties.get(Constants.PR_SRC).getString());
    try {
      getUserAgent().getResourceResolver().getResource(address).close();
    } catch (IOException | URISyntaxException e) {
      tell(address, e.getMessage());
    }
    try {
      super.bind(properties);
    } catch (RuntimeException e) {
      tell(address, DAMAGED);
    }
  }

  private void tell(String address, String reason) {
    ResourceEventProducer.Provider.get(getUserAgent().getEventBroadcaster())
        .imageIOError(this, address, new IOException(reason), getLocator());
  }
}
