namespace AfterSales.Domain.Json;

/// <summary>Turns byte offsets of a UTF-8 text, asked for in rising order, into lines and columns; all of them together cost one walk over the text.</summary>
internal ref struct TextPlaces
{
    private readonly ReadOnlySpan<byte> _text;
    private int _offset;
    private int _line;
    private int _column;

    internal TextPlaces(ReadOnlySpan<byte> text)
    {
        _text = text;
        _offset = 0;
        _line = 1;
        _column = 1;
    }

    /// <summary>The place of a byte; an offset before the last one asked for starts anew.</summary>
    internal (int Line, int Column) At(long offset)
    {
        int end = (int)Math.Min(offset, _text.Length);
        if (end < _offset)
        {
            (_offset, _line, _column) = (0, 1, 1);
        }

        for (; _offset < end; _offset++)
        {
            byte current = _text[_offset];
            bool endsLine = current == '\n' || (current == '\r' && (_offset + 1 == _text.Length || _text[_offset + 1] != '\n'));
            if (endsLine)
            {
                _line++;
                _column = 1;
            }
            else if (current < 0x80 || current >= 0xC0)
            {
                // A character of four bytes is a surrogate pair: two code units. Continuation bytes count nothing.
                _column += current >= 0xF0 ? 2 : 1;
            }
        }

        return (_line, _column);
    }

    /// <summary>The place that the JSON reader names by its count of line feeds and bytes, both from 0.</summary>
    internal (int Line, int Column) At(long lineFeeds, long bytes)
    {
        int offset = 0;
        while (lineFeeds > 0 && offset < _text.Length)
        {
            if (_text[offset++] == '\n')
            {
                lineFeeds--;
            }
        }

        return At(offset + bytes);
    }
}
