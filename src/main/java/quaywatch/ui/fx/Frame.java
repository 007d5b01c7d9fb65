package quaywatch.ui.fx;

import java.time.Instant;

import quaywatch.model.Snapshot;
import quaywatch.view.Callers;
import quaywatch.view.Counts;
import quaywatch.view.LineIndex;
import quaywatch.view.PortMap;
import quaywatch.view.RangeStrip;
import quaywatch.view.Rows;

/**
 * All that one repaint needs, finished off the FX thread.
 *
 * @param request   what was asked for
 * @param snapshot  what it was made from
 * @param now       when it was made; ages and marks are true at this moment
 * @param rows      the lines to show; while held, in the places of the frame before
 * @param index     where each of these lines stands
 * @param waiting   new lines that are held back
 * @param counts    for the status bar
 * @param strip     for the cards and chips of port ranges
 * @param map       for the Port map; {@link PortMap#NONE} where another screen was asked for
 * @param callers   for the inspector: who holds which ports, and who is connected to them
 */
public record Frame(Request request, Snapshot snapshot, Instant now, Rows rows, LineIndex index, int waiting, Counts counts,
        RangeStrip strip, PortMap map, Callers callers) {}
