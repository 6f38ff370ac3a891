using Microsoft.EntityFrameworkCore;

namespace Bot.Conversations.Records.Storage;

/// <summary>What differs between the two databases.</summary>
internal abstract class RecordDatabase
{
    /// <summary>Opens the record; connections are pooled.</summary>
    public abstract RecordContext Open();

    /// <summary>Does some work in a transaction of its own, or as if it were of its own.</summary>
    public abstract Task<T> WriteAsync<T>(Func<RecordContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Does some work that is one statement: it needs no transaction around it, which would cost two more journeys to the database.</summary>
    public virtual Task<T> WriteOneAsync<T>(Func<RecordContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken) => WriteAsync(work, cancellationToken);

    /// <summary>Brings the tables up to date; other processes may do so at the same time.</summary>
    public abstract Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Whether several processes may share it.</summary>
    public abstract bool IsShared { get; }

    /// <summary>Lets no other transaction pass here for the same name until this one has ended.</summary>
    public abstract Task AloneAsync(RecordContext context, string name, CancellationToken cancellationToken);

    /// <summary>Tells other processes, once the transaction is committed.</summary>
    public abstract Task TellOthersAsync(RecordContext context, Notice notice, CancellationToken cancellationToken);

    /// <summary>Tells other processes now, of nothing that is written.</summary>
    public abstract void TellOthers(Notice notice);

    /// <summary>Whether a row was there already.</summary>
    public abstract bool IsDuplicate(DbUpdateException error);
}
