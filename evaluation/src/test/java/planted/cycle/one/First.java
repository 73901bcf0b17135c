package planted.cycle.one;

public final class First {
    planted.cycle.two.Second second;
}
