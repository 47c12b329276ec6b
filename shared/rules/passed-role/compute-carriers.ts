import type { Carriers } from './carrier.ts';

const launchTemplate = [
  'launchTemplateData.iamInstanceProfile.arn',
  'launchTemplateData.iamInstanceProfile.name',
];
const fleetOverrides = [
  'launchTemplateConfigs.overrides.iamInstanceProfile.arn',
  'launchTemplateConfigs.overrides.iamInstanceProfile.name',
];
const instance = { profiles: ['iamInstanceProfile.arn', 'iamInstanceProfile.name'] };
const ecsTask = { roles: ['taskRoleArn', 'executionRoleArn'] };
const ecsOverrides = { roles: ['overrides.taskRoleArn', 'overrides.executionRoleArn'] };
const appRunner = {
  roles: [
    'instanceConfiguration.instanceRoleArn',
    'sourceConfiguration.authenticationConfiguration.accessRoleArn',
  ],
};
const ecsCapacity = {
  roles: ['managedInstancesProvider.infrastructureRoleArn'],
  profiles: ['managedInstancesProvider.instanceLaunchTemplate.ec2InstanceProfileArn'],
};
const batchCompute = {
  roles: ['serviceRole', 'computeResources.managedInstancesProvider.infrastructureRoleArn'],
  profiles: [
    'computeResources.instanceRole',
    'computeResources.managedInstancesProvider.instanceLaunchTemplate.ec2InstanceProfileArn',
  ],
};

/** Instances, containers, functions and what starts them. */
export const computeCarriers: Carriers = {
  'apprunner:CreateService': appRunner,
  'apprunner:UpdateService': appRunner,
  'autoscaling:CreateLaunchConfiguration': { profiles: ['iamInstanceProfile'] },
  'autoscaling:PutLifecycleHook': { roles: ['roleARN'] },
  'batch:CreateComputeEnvironment': {
    ...batchCompute,
    roles: [...batchCompute.roles, 'computeResources.spotIamFleetRole'],
  },
  'batch:RegisterJobDefinition': {
    roles: [
      'containerProperties.jobRoleArn',
      'containerProperties.executionRoleArn',
      'ecsProperties.taskProperties.taskRoleArn',
      'ecsProperties.taskProperties.executionRoleArn',
      'nodeProperties.nodeRangeProperties.container.jobRoleArn',
      'nodeProperties.nodeRangeProperties.container.executionRoleArn',
      'nodeProperties.nodeRangeProperties.ecsProperties.taskProperties.taskRoleArn',
      'nodeProperties.nodeRangeProperties.ecsProperties.taskProperties.executionRoleArn',
    ],
  },
  'batch:UpdateComputeEnvironment': batchCompute,
  'ec2:AssociateIamInstanceProfile': instance,
  'ec2:CreateFleet': { profiles: fleetOverrides },
  'ec2:CreateLaunchTemplate': { profiles: launchTemplate },
  'ec2:CreateLaunchTemplateVersion': { profiles: launchTemplate },
  'ec2:ModifyFleet': { profiles: fleetOverrides },
  'ec2:ReplaceIamInstanceProfileAssociation': instance,
  'ec2:RequestSpotFleet': {
    roles: ['spotFleetRequestConfig.iamFleetRole'],
    profiles: [
      'spotFleetRequestConfig.launchSpecifications.iamInstanceProfile.arn',
      'spotFleetRequestConfig.launchSpecifications.iamInstanceProfile.name',
    ],
  },
  'ec2:RequestSpotInstances': {
    profiles: ['launchSpecification.iamInstanceProfile.arn', 'launchSpecification.iamInstanceProfile.name'],
  },
  'ec2:RunInstances': instance,
  'ecs:CreateCapacityProvider': ecsCapacity,
  'ecs:CreateExpressGatewayService': { roles: [...ecsTask.roles, 'infrastructureRoleArn'] },
  'ecs:CreateService': { roles: ['role', 'volumeConfigurations.managedEBSVolume.roleArn'] },
  'ecs:RegisterDaemonTaskDefinition': ecsTask,
  'ecs:RegisterTaskDefinition': ecsTask,
  'ecs:RunTask': ecsOverrides,
  'ecs:StartTask': ecsOverrides,
  'ecs:UpdateCapacityProvider': ecsCapacity,
  'ecs:UpdateExpressGatewayService': ecsTask,
  'eks:CreateAddon': { roles: ['serviceAccountRoleArn', 'podIdentityAssociations.roleArn'] },
  'eks:CreateCapability': { roles: ['roleArn'] },
  'eks:CreateCluster': { roles: ['roleArn', 'computeConfig.nodeRoleArn'] },
  'eks:CreateFargateProfile': { roles: ['podExecutionRoleArn'] },
  'eks:CreateNodegroup': { roles: ['nodeRole'] },
  'eks:CreatePodIdentityAssociation': { roles: ['roleArn'] },
  'eks:RegisterCluster': { roles: ['connectorConfig.roleArn'] },
  'eks:UpdateAddon': { roles: ['serviceAccountRoleArn', 'podIdentityAssociations.roleArn'] },
  'eks:UpdateCapability': { roles: ['roleArn'] },
  'eks:UpdateClusterConfig': { roles: ['computeConfig.nodeRoleArn'] },
  'eks:UpdatePodIdentityAssociation': { roles: ['roleArn'] },
  'gamelift:CreateBuild': { roles: ['storageLocation.roleArn'] },
  'gamelift:CreateContainerFleet': { roles: ['fleetRoleArn'] },
  'gamelift:CreateFleet': { roles: ['instanceRoleArn'] },
  'gamelift:CreateGameServerGroup': { roles: ['roleArn'] },
  'gamelift:CreateScript': { roles: ['storageLocation.roleArn'] },
  'gamelift:UpdateGameServerGroup': { roles: ['roleArn'] },
  'gamelift:UpdateScript': { roles: ['storageLocation.roleArn'] },
  'imagebuilder:CreateImage': { roles: ['executionRole'] },
  'imagebuilder:CreateImagePipeline': { roles: ['executionRole'] },
  'imagebuilder:CreateInfrastructureConfiguration': { profiles: ['instanceProfileName'] },
  'imagebuilder:CreateLifecyclePolicy': { roles: ['executionRole'] },
  'imagebuilder:UpdateImagePipeline': { roles: ['executionRole'] },
  'imagebuilder:UpdateInfrastructureConfiguration': { profiles: ['instanceProfileName'] },
  'imagebuilder:UpdateLifecyclePolicy': { roles: ['executionRole'] },
  'lambda:CreateCapacityProvider': { roles: ['permissionsConfig.capacityProviderOperatorRoleArn'] },
  'lambda:CreateFunction': { roles: ['role'] },
  'lambda:UpdateFunctionConfiguration': { roles: ['role'] },
};
