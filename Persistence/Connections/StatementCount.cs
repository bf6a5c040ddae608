using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Persistence.Connections;

/// <summary>How many statements ran on a connection, prepared ones and those that EF makes alike.</summary>
internal sealed class StatementCount : DbCommandInterceptor
{
    internal int Value { get; set; }

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        Value++;
        return result;
    }
}
