namespace InvestmentAssistant.Api.Platform.Boards;

/// <summary>The Lua script with which a publisher writes and publishes.</summary>
internal static class BoardScript
{
    /// <summary>
    /// Writes the changed items, the number and the batch in one step, unless another publisher has taken the board since (then it answers
    /// 0). KEYS: live hash, market hash or the live one again, meta hash. ARGV: expected epoch or '' to take over, epoch, seq, channel,
    /// payload, 1 when the market hash is written too, the keys that have been taken off (between commas) or * when the board is not
    /// written whole, then key and item alternately.
    /// </summary>
    private const string Plain = """
        if ARGV[1] ~= '' and redis.call('HGET', KEYS[3], 'epoch') ~= ARGV[1] then return 0 end
        if ARGV[7] ~= '*' then
          for key in string.gmatch(ARGV[7], '[^,]+') do
            redis.call('HDEL', KEYS[1], key)
            redis.call('HDEL', KEYS[2], key)
          end
          redis.call('HSET', KEYS[3], 'gone', ARGV[7])
        end
        for i = 8, #ARGV, 2 do
          redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
          if ARGV[6] == '1' then redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 1]) end
        end
        redis.call('HSET', KEYS[3], 'epoch', ARGV[2], 'seq', ARGV[3])
        redis.call('PUBLISH', ARGV[4], ARGV[5])
        return 1
        """;

    private static readonly string s_sharded = Plain.Replace("'PUBLISH'", "'SPUBLISH'", StringComparison.Ordinal);

    /// <summary>The script for a kind of channel.</summary>
    /// <param name="sharded">Whether the channel is a sharded one of a Cluster.</param>
    public static string For(bool sharded) => sharded ? s_sharded : Plain;
}
