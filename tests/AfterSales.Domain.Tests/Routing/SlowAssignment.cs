namespace AfterSales.Domain.Tests.Routing;

/// <summary>The assignment problem once more, as slow and plain as can be: nothing here is shared with the library.</summary>
internal static class SlowAssignment
{
    /// <summary>The Hungarian method with potentials, row by row (H. W. Kuhn, 1955; J. Munkres, 1957): the column of each row, of which there are at most as many as columns.</summary>
    public static int[] Hungarian(long[][] costs)
    {
        int rows = costs.Length;
        int columns = rows == 0 ? 0 : costs[0].Length;
        long[] rowPotential = new long[rows + 1];
        long[] columnPotential = new long[columns + 1];
        int[] rowOf = new int[columns + 1];
        int[] previous = new int[columns + 1];
        for (int row = 1; row <= rows; row++)
        {
            rowOf[0] = row;
            int column = 0;
            long[] slack = [.. Enumerable.Repeat(long.MaxValue, columns + 1)];
            bool[] used = new bool[columns + 1];
            while (rowOf[column] != 0)
            {
                used[column] = true;
                int from = rowOf[column];
                int nearest = 0;
                for (int other = 1; other <= columns; other++)
                {
                    if (used[other])
                    {
                        continue;
                    }

                    long reduced = costs[from - 1][other - 1] - rowPotential[from] - columnPotential[other];
                    if (reduced < slack[other])
                    {
                        (slack[other], previous[other]) = (reduced, column);
                    }

                    nearest = nearest == 0 || slack[other] < slack[nearest] ? other : nearest;
                }

                long step = slack[nearest];
                for (int other = 0; other <= columns; other++)
                {
                    if (used[other])
                    {
                        rowPotential[rowOf[other]] += step;
                        columnPotential[other] -= step;
                    }
                    else if (other > 0)
                    {
                        slack[other] -= step;
                    }
                }

                column = nearest;
            }

            while (column != 0)
            {
                rowOf[column] = rowOf[previous[column]];
                column = previous[column];
            }
        }

        int[] columnOf = new int[rows];
        for (int column = 1; column <= columns; column++)
        {
            if (rowOf[column] != 0)
            {
                columnOf[rowOf[column] - 1] = column - 1;
            }
        }

        return columnOf;
    }

    /// <summary>The rows that can all have a column at once, each taken in its turn when those before it can still be served.</summary>
    public static bool[] Served(int rows, int columns, Func<int, int, bool> isPossible)
    {
        bool[] served = new bool[rows];
        int[] rowOf = [.. Enumerable.Repeat(-1, columns)];
        for (int row = 0; row < rows; row++)
        {
            served[row] = Take(row, new bool[columns]);
        }

        return served;

        bool Take(int row, bool[] tried)
        {
            for (int column = 0; column < columns; column++)
            {
                if (isPossible(row, column) && !tried[column])
                {
                    tried[column] = true;
                    if (rowOf[column] < 0 || Take(rowOf[column], tried))
                    {
                        rowOf[column] = row;
                        return true;
                    }
                }
            }

            return false;
        }
    }
}
