using System.Collections.Concurrent;
using System.Globalization;
using SmsPortal.Storage;

namespace SmsPortal.Live;

/// <summary>
/// What the node knows of lines by id, for naming the line of a message that a viewer already may see: read once per node, not once per row and tab.
/// It grants nothing.
/// </summary>
public sealed class LineDirectory(LineQueries queries)
{
    private readonly ConcurrentDictionary<long, LineRow> _lines = new();

    /// <summary>The lines with these ids; those not known yet are read together.</summary>
    public async Task<IReadOnlyDictionary<long, LineRow>> GetAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, LineRow>(ids.Count);
        List<long>? missing = null;
        foreach (var id in ids)
        {
            if (_lines.TryGetValue(id, out var line))
            {
                found[id] = line;
            }
            else
            {
                (missing ??= []).Add(id);
            }
        }

        if (missing is not null)
        {
            foreach (var line in await queries.DirectoryAsync(missing, cancellationToken))
            {
                found[line.Id] = _lines[line.Id] = line;
            }
        }

        return found;
    }

    internal void Forget(string id)
    {
        if (long.TryParse(id, CultureInfo.InvariantCulture, out var line))
        {
            _lines.TryRemove(line, out _);
        }
        else
        {
            _lines.Clear();
        }
    }
}
