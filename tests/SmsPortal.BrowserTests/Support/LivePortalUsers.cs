using Xunit;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace SmsPortal.BrowserTests.Support;

/// <summary>The classes that share one portal: starting one takes longer than most tests.</summary>
[CollectionDefinition(nameof(LivePortal))]
public sealed class LivePortalUsers : ICollectionFixture<LivePortal>;
