namespace AfterSales.Domain.Routing;

/// <summary>Which items of a batch can all get a place at once, the earlier in the queue before the later.</summary>
/// <remarks>
/// Augmenting paths in the order of the queue (H. W. Kuhn, 1955): an item once served stays served, so the set is the first in that order, and, by the exchange property of
/// matchings, as large as any. Columns reached by a search that failed can never lead anywhere and are left out of later ones.
/// </remarks>
internal static class ServedSet
{
    internal static bool[] Of(PairCosts costs)
    {
        int rows = costs.Rows;
        int columns = costs.Columns;
        bool[] served = new bool[rows];
        int[] rowOf = new int[columns];
        int[] pathRow = new int[columns];
        int[] visited = new int[columns];
        int[] columnOf = new int[rows];
        int[] queue = new int[rows];
        rowOf.AsSpan().Fill(-1);
        columnOf.AsSpan().Fill(-1);
        for (int row = 0; row < rows; row++)
        {
            served[row] = TryServe(row);
        }

        return served;

        bool TryServe(int start)
        {
            int head = 0;
            int tail = 0;
            queue[tail++] = start;
            while (head < tail)
            {
                int row = queue[head++];
                for (int column = 0; column < columns; column++)
                {
                    if (visited[column] == start + 1 || visited[column] == Dead || !costs.IsPossible(row, column))
                    {
                        continue;
                    }

                    visited[column] = start + 1;
                    pathRow[column] = row;
                    if (rowOf[column] < 0)
                    {
                        TakePath(column);
                        return true;
                    }

                    queue[tail++] = rowOf[column];
                }
            }

            for (int column = 0; column < columns; column++)
            {
                if (visited[column] == start + 1)
                {
                    visited[column] = Dead;
                }
            }

            return false;
        }

        void TakePath(int column)
        {
            while (column >= 0)
            {
                int row = pathRow[column];
                int previous = columnOf[row];
                rowOf[column] = row;
                columnOf[row] = column;
                column = previous;
            }
        }
    }

    private const int Dead = -1;
}
