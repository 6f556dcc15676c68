namespace InvestmentAssistant.Api.Features.Streaming.Wire;

/// <summary>Why a stream ended (RFC 6455 section 7.4, and our own in the 4000s).</summary>
public static class CloseCodes
{
    public const ushort Normal = 1000;
    public const ushort GoingAway = 1001;
    public const ushort ProtocolError = 1002;
    public const ushort Unsupported = 1003;

    /// <summary>Never sent: the connection ended without a closing handshake.</summary>
    public const ushort Abnormal = 1006;

    public const ushort BadText = 1007;
    public const ushort OriginRefused = 1008;
    public const ushort TooBig = 1009;
    public const ushort TooSlow = 4008;
    public const ushort TooManyMessages = 4013;
    public const ushort TooManyConnections = 4029;

    /// <summary>Whether a client may name this code in its close frame.</summary>
    public static bool IsValidFromClient(int code) => code is (>= 1000 and <= 1003) or (>= 1007 and <= 1014) or (>= 3000 and <= 4999);
}
