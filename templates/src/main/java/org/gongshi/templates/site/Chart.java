package org.gongshi.templates.site;

/** A drawing (图): SVG made at build time, with a title, a description and the table from which it was drawn. */
public sealed interface Chart
        permits AreaBars,
                CurveChart,
                DotPlot,
                Dumbbell,
                IntervalChart,
                SlopeChart,
                StackedBars,
                StateBar,
                Timeline,
                TrendChart {

    ChartText text();
}
