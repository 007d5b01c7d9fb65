package quaywatch.site;

import java.util.function.UnaryOperator;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;

/** Turns what links and pictures of a page lead to into something else. */
final class Links extends AbstractVisitor {

    private final UnaryOperator<String> change;

    Links(UnaryOperator<String> change) {
        this.change = change;
    }

    @Override
    public void visit(Link link) {
        link.setDestination(change.apply(link.getDestination()));
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        image.setDestination(change.apply(image.getDestination()));
        visitChildren(image);
    }
}
