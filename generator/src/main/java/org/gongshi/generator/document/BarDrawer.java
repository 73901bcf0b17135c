package org.gongshi.generator.document;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import org.w3c.dom.Element;

/**
 * Draws a rate against those of all places (子弹图): light band from the lowest to the highest, dark bar for the own rate, a line at the
 * median. Attributes {@code data-rate}, {@code data-low}, {@code data-median}, {@code data-high} in percent; the last three may be
 * missing. The numbers stand in the element's {@code alt}, and in the table in which it stands.
 */
final class BarDrawer implements FSObjectDrawer {
    static final String TYPE = "application/x-gongshi-bar";
    private static final double WHOLE = 100;
    private static final Color TRACK = new Color(0xf0f2f5);
    private static final Color BAND = new Color(0xb8c7d6);
    private static final Color OWN = new Color(0x123a5c);

    @Override
    public Map<Shape, String> drawObject(
            Element element,
            double x,
            double y,
            double width,
            double height,
            OutputDevice device,
            RenderingContext context,
            int dotsPerPixel) {
        double wide = width / dotsPerPixel;
        double high = height / dotsPerPixel;
        device.drawWithGraphics((float) x, (float) y, (float) wide, (float) high, graphics -> {
            box(graphics, TRACK, 0, 0, wide, high);
            if (element.hasAttribute("data-median")) {
                double from = share(element, "data-low") * wide;
                box(graphics, BAND, from, 0, Math.max(share(element, "data-high") * wide - from, 1), high);
            }
            box(graphics, OWN, 0, high * 0.3, share(element, "data-rate") * wide, high * 0.4);
            if (element.hasAttribute("data-median")) {
                box(graphics, Color.BLACK, share(element, "data-median") * wide - 0.4, 0, 0.8, high);
            }
        });
        return Map.of();
    }

    private static void box(Graphics2D graphics, Color colour, double x, double y, double width, double height) {
        graphics.setColor(colour);
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    private static double share(Element element, String attribute) {
        return Math.min(WHOLE, Math.max(0, Double.parseDouble(element.getAttribute(attribute)))) / WHOLE;
    }
}
